#include "runtime/observe/times/usage_log.h"

#include <algorithm>

namespace rondo {

void UsageLog::Add(const Usage& loop, const Usage& own, uint64_t period_ns,
                   uint64_t task_start_ns) {
  std::lock_guard lock(mutex_);
  const auto after_start = [&](uint64_t back) {
    return usage_count_ >= back && usages_[(usage_count_ - back) % kUsages].at_ns > task_start_ns;
  };
  if (task_start_ns != 0 && after_start(1) && after_start(2)) usage_count_--;
  usages_[usage_count_++ % kUsages] = loop;
  if (own_before_.at_ns != 0) {
    const uint64_t meant_ns = own_before_.at_ns + period_ns;
    const uint64_t denied_ns = own.wait_ns - own_before_.wait_ns;
    if (own.at_ns > meant_ns + denied_ns + kNoticeableStopNs) {
      stops_[stop_count_++ % kStops] = {meant_ns, own.at_ns - denied_ns};
    }
  }
  own_before_ = own;
  period_ns_ = period_ns;
}

void UsageLog::Pause() {
  std::lock_guard lock(mutex_);
  own_before_ = {};
}

Usage UsageLog::Before(uint64_t time_ns) const {
  std::lock_guard lock(mutex_);
  const uint64_t oldest = usage_count_ > kUsages ? usage_count_ - kUsages : 0;
  for (uint64_t i = usage_count_; i > oldest; --i) {
    Usage usage = usages_[(i - 1) % kUsages];
    if (usage.at_ns > time_ns) continue;
    const Usage& next = usages_[i % kUsages];
    if (i < usage_count_ && next.at_ns <= time_ns + kSoonNs) usage.throttled_ns = next.throttled_ns;
    return usage;
  }
  return usage_count_ == 0 ? Usage{} : usages_[oldest % kUsages];
}

uint64_t UsageLog::StoppedNs(uint64_t start_ns, uint64_t end_ns) const {
  std::lock_guard lock(mutex_);
  uint64_t total = 0;
  for (uint64_t i = 0; i < std::min<uint64_t>(stop_count_, kStops); ++i) {
    const uint64_t from = std::max(stops_[i].start_ns, start_ns);
    const uint64_t to = std::min(stops_[i].end_ns, end_ns);
    if (to > from) total += to - from;
  }
  return total;
}

uint64_t UsageLog::OverdueNs(uint64_t start_ns, uint64_t end_ns) const {
  std::lock_guard lock(mutex_);
  if (own_before_.at_ns == 0) return 0;
  const uint64_t from = std::max(own_before_.at_ns + period_ns_, start_ns);
  return end_ns > from + kNoticeableStopNs ? end_ns - from : 0;
}

}  // namespace rondo
