#include "runtime/observe/stacks/sync_calls.h"

#include <algorithm>
#include <utility>

#include "runtime/observe/stacks/call_arguments.h"

namespace rondo {
namespace {

// Of Rondo's own functions those that block by their nature, and so tell more than the name of the
// binding's function that they end in.
bool IsPublicName(const std::string& name) {
  return name == "require" || (name.size() > 4 && name.compare(name.size() - 4, 4, "Sync") == 0);
}

}  // namespace

std::string SyncCalls::ShownName(const char* name, const std::string& called) {
  return IsPublicName(called) ? called : name;
}

void SyncCalls::Clear() {
  if (total_ns_ == 0) return;
  sites_.clear();
  total_ns_ = unlocated_ns_ = unlocated_count_ = 0;
}

void SyncCalls::Add(v8::Isolate* isolate, const SyncCall& call) {
  const uint64_t duration_ns = call.end_ns - call.start_ns;
  total_ns_ += duration_ns;
  uint64_t ns = duration_ns, count = 1;
  if (duration_ns < kSampleNs) {
    unlocated_ns_ += duration_ns;
    unlocated_count_++;
    if (unlocated_ns_ < kSampleNs) return;
    ns = std::exchange(unlocated_ns_, 0);
    count = std::exchange(unlocated_count_, 0);
  }
  std::string called;
  std::vector<SourceFrame> stack = CurrentUserStack(isolate, 5, &called);
  const std::string name = ShownName(call.name, called);
  for (SyncSite& site : sites_) {
    if (site.name == name && site.stack == stack) {
      site.total_ns += ns;
      site.count += count;
      return;
    }
  }
  if (sites_.size() == kMaxSites) return;
  sites_.push_back({name, ShortArguments(call.arguments), ns, count, std::move(stack)});
}

const std::vector<SyncSite>& SyncCalls::Sorted() {
  std::sort(sites_.begin(), sites_.end(),
            [](const SyncSite& a, const SyncSite& b) { return a.total_ns > b.total_ns; });
  return sites_;
}

}  // namespace rondo
