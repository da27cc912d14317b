#include "runtime/observe/report/recorder_stats.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rondo {

size_t HeldCounts::Bucket(uint64_t ns) {
  if (ns < 8) return ns;
  const auto octave = static_cast<size_t>(std::bit_width(ns)) - 1;  // 3 to 63
  return octave * 8 + ((ns >> (octave - 3)) & 7);
}

double HeldCounts::Middle(size_t bucket) {
  if (bucket < 8) return static_cast<double>(bucket);
  const auto octave = static_cast<int>(bucket / 8);
  return std::ldexp(8.5 + static_cast<double>(bucket % 8), octave - 3);
}

double HeldCounts::DelayNs(double percentile, uint64_t interval_ns) const {
  double all = 0;
  for (size_t i = 0; i < kBuckets; ++i) all += static_cast<double>(counts[i]) * Middle(i);
  // A random moment falls with probability W(x) / all into one with a delay above x, where W(x) is
  // the sum of what is above x in each time that the loop was held. From the longest down, W is a
  // straight line between two lengths.
  all = std::max(all, static_cast<double>(interval_ns));
  const double wanted = (1 - percentile) * all;
  double sum = 0, count = 0;
  for (size_t i = kBuckets; i-- > 0;) {
    if (counts[i] == 0 && i > 0) continue;
    if (count > 0 && sum - count * Middle(i) >= wanted) return (sum - wanted) / count;
    sum += static_cast<double>(counts[i]) * Middle(i);
    count += static_cast<double>(counts[i]);
  }
  return count > 0 && sum >= wanted ? std::max(0.0, (sum - wanted) / count) : 0;
}

void RecorderStats::Begin(Loop& loop) {
  uv_prepare_init(loop.uv(), &prepare_);
  uv_unref(reinterpret_cast<uv_handle_t*>(&prepare_));
  prepare_.data = this;
  uv_prepare_start(&prepare_, [](uv_prepare_t* prepare) {
    auto* self = static_cast<RecorderStats*>(prepare->data);
    if (self->held_since_.load(std::memory_order_relaxed) != 0) self->EndHeld(Loop::NowNs());
  });
}

void RecorderStats::EndHeld(uint64_t now_ns) {
  const uint64_t since = held_since_.load(std::memory_order_relaxed);
  if (since == 0 || now_ns < since) return;
  const uint64_t held = now_ns - since;
  // In this order the other thread may count the time twice for a moment, but never less than
  // before; it takes the greater of two readings.
  Add(&busy_ns_, held);
  Add(&held_[HeldCounts::Bucket(held)], 1);
  if (held > longest_ns_.load(std::memory_order_relaxed))
    longest_ns_.store(held, std::memory_order_relaxed);
  held_since_.store(0, std::memory_order_relaxed);
}

RecorderCounts RecorderStats::Read(uint64_t now_ns) {
  RecorderCounts out;
  for (size_t i = 0; i < tasks_.size(); ++i)
    out.tasks[i] = tasks_[i].load(std::memory_order_relaxed);
  const uint64_t busy_ns = busy_ns_.load(std::memory_order_relaxed);
  const uint64_t since = held_since_.load(std::memory_order_relaxed);
  if (since != 0 && since < now_ns) out.now_held_ns = now_ns - since;
  last_busy_ns_ = out.busy_ns = std::max(last_busy_ns_, busy_ns + out.now_held_ns);
  out.longest_ns = longest_ns_.exchange(0, std::memory_order_relaxed);
  out.gc_ns = gc_ns_.load(std::memory_order_relaxed);
  out.gc_count = gc_count_.load(std::memory_order_relaxed);
  for (size_t i = 0; i < held_.size(); ++i)
    out.held.counts[i] = held_[i].load(std::memory_order_relaxed);
  return out;
}

}  // namespace rondo
