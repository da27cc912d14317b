#include "runtime/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace rondo {

void CheckFailed(const char* file, int line, const char* condition) {
  std::fprintf(stderr, "rondo: internal error: %s:%d: %s\n", file, line, condition);
  std::abort();
}

}  // namespace rondo
