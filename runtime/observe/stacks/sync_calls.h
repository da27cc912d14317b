// Blocking calls of the task that is running: how long each name took, and from where it was
// called.
#ifndef RONDO_OBSERVE_STACKS_SYNC_CALLS_H_
#define RONDO_OBSERVE_STACKS_SYNC_CALLS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/loop/task.h"
#include "runtime/observe/stacks/source_frame.h"

namespace rondo {

// Time that calls of one name spent, from one place.
struct SyncSite {
  // What users call it: that of the public function when it was seen (require, appendFileSync).
  std::string name;
  std::string arguments;  // of the call that was located, in short
  uint64_t total_ns = 0;
  uint64_t count = 0;
  std::vector<SourceFrame> stack;  // innermost first; taken while the call's frame still stood
};

// Long calls are located one by one; of short ones, one for every kSampleNs that they take
// together, which then stands for all of that time. So the cost stays under 0.2 % whatever the
// calls are.
class SyncCalls {
 public:
  void Clear();
  void Add(v8::Isolate* isolate, const SyncCall& call);
  // By time, longest first. Valid until the next Clear or Add.
  const std::vector<SyncSite>& Sorted();
  // What users call `name`, when `called` is Rondo's own function that they called.
  static std::string ShownName(const char* name, const std::string& called);
  uint64_t total_ns() const { return total_ns_; }

 private:
  static constexpr uint64_t kSampleNs = 2'000'000;
  static constexpr size_t kMaxSites = 32;

  std::vector<SyncSite> sites_;
  uint64_t total_ns_ = 0;
  uint64_t unlocated_ns_ = 0;
  uint64_t unlocated_count_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_STACKS_SYNC_CALLS_H_
