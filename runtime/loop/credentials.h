// Changes of the user and groups that the process runs as, for those who keep what was opened with
// the old ones.
#ifndef RONDO_LOOP_CREDENTIALS_H_
#define RONDO_LOOP_CREDENTIALS_H_

#include <cstdint>

namespace rondo {

// State of the loop; counted up by whoever changes them, at success.
struct CredentialChanges {
  uint64_t count = 0;
};

}  // namespace rondo

#endif  // RONDO_LOOP_CREDENTIALS_H_
