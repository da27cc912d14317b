// A histogram of durations that one thread writes and others read at any time.
#ifndef RONDO_OBSERVE_TIMES_LOG_HISTOGRAM_H_
#define RONDO_OBSERVE_TIMES_LOG_HISTOGRAM_H_

#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace rondo {

// Buckets of logarithmic width: 16 to each doubling, so that a value is known to 6 %. From 1
// microsecond to 19 hours; what is beyond falls into the last bucket.
struct LogBuckets {
  static constexpr int kBits = 4;
  static constexpr int kShift = 10;  // of 1024 ns
  static constexpr int kDoublings = 36;
  static constexpr size_t kCount = (kDoublings - kBits + 1) << kBits;

  static constexpr size_t Of(uint64_t ns) {
    const uint64_t unit = ns >> kShift;
    if (unit < (1u << kBits)) return unit;
    const int top = 63 - std::countl_zero(unit);
    if (top >= kDoublings) return kCount - 1;
    return (static_cast<size_t>(top - kBits + 1) << kBits) |
           ((unit >> (top - kBits)) & ((1u << kBits) - 1));
  }
  // The first value (ns) that belongs to the bucket after it.
  static constexpr uint64_t End(size_t bucket) {
    const size_t next = bucket + 1;
    if (next < (2u << kBits)) return static_cast<uint64_t>(next) << kShift;
    const size_t doubling = next >> kBits;
    const uint64_t mantissa = (1u << kBits) | (next & ((1u << kBits) - 1));
    return (mantissa << (doubling - 1)) << kShift;
  }
};

// What was counted up to some moment, or between two. Plain numbers, for the reader's side.
struct LogCounts {
  std::array<uint64_t, LogBuckets::kCount> buckets{};
  uint64_t sum_ns = 0;

  uint64_t count() const {
    uint64_t total = 0;
    for (uint64_t bucket : buckets) total += bucket;
    return total;
  }
  // How many values are at most `ns`, to the precision of the buckets.
  uint64_t AtMost(uint64_t ns) const {
    uint64_t total = 0;
    for (size_t i = 0; i < buckets.size() && LogBuckets::End(i) <= ns + ns / 32; ++i)
      total += buckets[i];
    return total;
  }
};

// Add() is for one thread, costs a few nanoseconds and takes no lock; Read() is for any thread.
// (HdrHistogram's counts are plain integers: reading them from another thread would be a data race,
// and its atomic form costs several locked instructions for each value.)
class LogHistogram {
 public:
  void Add(uint64_t ns) {
    Increase(&buckets_[LogBuckets::Of(ns)], 1);
    Increase(&sum_ns_, ns);
  }
  LogCounts Read() const {
    LogCounts counts;
    for (size_t i = 0; i < buckets_.size(); ++i)
      counts.buckets[i] = buckets_[i].load(std::memory_order_relaxed);
    counts.sum_ns = sum_ns_.load(std::memory_order_relaxed);
    return counts;
  }

 private:
  // One writer: no locked instruction is needed.
  static void Increase(std::atomic<uint64_t>* counter, uint64_t by) {
    counter->store(counter->load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
  }

  std::array<std::atomic<uint64_t>, LogBuckets::kCount> buckets_{};
  std::atomic<uint64_t> sum_ns_{0};
};

// The same with few, exact bounds, for what is rare; bounds in seconds, ascending.
template <size_t N>
struct BoundHistogram {
  std::array<uint64_t, N + 1> buckets{};  // not cumulative; the last is what is above all bounds
  double sum_seconds = 0;

  void Add(const std::array<double, N>& bounds, uint64_t ns) {
    const double seconds = static_cast<double>(ns) / 1e9;
    size_t i = 0;
    while (i < N && seconds > bounds[i]) ++i;
    buckets[i]++;
    sum_seconds += seconds;
  }
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_LOG_HISTOGRAM_H_
