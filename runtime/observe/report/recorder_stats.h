// RecorderStats: what the loop did, in counters that the recorder's thread reads once a second.
#ifndef RONDO_OBSERVE_REPORT_RECORDER_STATS_H_
#define RONDO_OBSERVE_REPORT_RECORDER_STATS_H_

#include <uv.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/observe/times/gc_clock.h"

namespace rondo {

// For how long the loop was held, from the first task after it looked for events until it looked
// again, in buckets of an eighth of a power of two.
struct HeldCounts {
  static constexpr size_t kBuckets = 64 * 8;
  std::array<uint64_t, kBuckets> counts{};

  static size_t Bucket(uint64_t ns);
  // The middle of a bucket, nanoseconds.
  static double Middle(size_t bucket);
  // How long something that becomes ready at a random moment of `interval_ns` waits until the loop
  // looks for events, at this percentile (0 to 1): 0 while the loop is idle, and else what is left
  // of the time for which it is held. So no stall is missed, and each weighs by its length.
  double DelayNs(double percentile, uint64_t interval_ns) const;
};

// All since the start.
struct RecorderCounts {
  std::array<uint64_t, static_cast<size_t>(TaskKind::kCount)> tasks{};
  uint64_t busy_ns = 0;      // the loop was held, also by what holds it now
  uint64_t now_held_ns = 0;  // for how long what holds it now has done so; 0: idle
  uint64_t longest_ns = 0;   // since the last reading
  uint64_t gc_ns = 0;
  uint64_t gc_count = 0;
  HeldCounts held;
};

// Written by the loop's thread, a few additions a task and a clock reading a turn; read by one
// other.
class RecorderStats {
 public:
  // On the loop's thread. Lives as long as the loop.
  void Begin(Loop& loop);

  void OnTaskStart(const TaskRecord& record) {
    if (held_since_.load(std::memory_order_relaxed) == 0)
      held_since_.store(record.start_ns, std::memory_order_relaxed);
  }
  void OnTaskEnd(const TaskRecord& record, const GcTimes& gc) {
    Add(&tasks_[static_cast<size_t>(record.kind)], 1);
    if (gc.count > 0) [[unlikely]] {
      Add(&gc_ns_, gc.total_ns());
      Add(&gc_count_, gc.count);
    }
    // V8's own tasks run just before the loop looks for events.
    if (record.kind == TaskKind::kPlatform) [[unlikely]]
      EndHeld(record.end_ns);
  }

  // The other thread.
  RecorderCounts Read(uint64_t now_ns);

 private:
  using Counter = std::atomic<uint64_t>;
  static void Add(Counter* counter, uint64_t n) {
    counter->store(counter->load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
  }
  void EndHeld(uint64_t now_ns);

  uv_prepare_t prepare_;
  std::array<Counter, static_cast<size_t>(TaskKind::kCount)> tasks_{};
  std::array<Counter, HeldCounts::kBuckets> held_{};
  Counter busy_ns_{0};
  Counter held_since_{0};
  Counter longest_ns_{0};
  Counter gc_ns_{0};
  Counter gc_count_{0};
  uint64_t last_busy_ns_ = 0;  // of the last reading
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_RECORDER_STATS_H_
