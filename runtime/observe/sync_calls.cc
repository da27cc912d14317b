#include "runtime/observe/sync_calls.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rondo {

void SyncCalls::Clear() {
  if (total_ns_ == 0) return;
  sites_.clear();
  total_ns_ = unlocated_ns_ = unlocated_count_ = 0;
}

void SyncCalls::Add(v8::Isolate* isolate, const char* name, uint64_t duration_ns) {
  total_ns_ += duration_ns;
  unlocated_ns_ += duration_ns;
  unlocated_count_++;
  if (unlocated_ns_ < kSampleNs) return;
  uint64_t ns = std::exchange(unlocated_ns_, 0);
  uint64_t count = std::exchange(unlocated_count_, 0);
  std::vector<SourceFrame> stack = CurrentUserStack(isolate, 5);
  for (SyncSite& site : sites_) {
    if (std::strcmp(site.name, name) == 0 && site.stack == stack) {
      site.total_ns += ns;
      site.count += count;
      return;
    }
  }
  if (sites_.size() < kMaxSites) sites_.push_back({name, ns, count, std::move(stack)});
}

const std::vector<SyncSite>& SyncCalls::Sorted() {
  std::sort(sites_.begin(), sites_.end(),
            [](const SyncSite& a, const SyncSite& b) { return a.total_ns > b.total_ns; });
  return sites_;
}

}  // namespace rondo
