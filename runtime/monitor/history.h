// The last minutes, second by second: delays of the loop, utilisation, memory.
#ifndef RONDO_MONITOR_HISTORY_H_
#define RONDO_MONITOR_HISTORY_H_

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "runtime/monitor/loop_now.h"
#include "runtime/monitor/process_stats.h"
#include "runtime/observe/published.h"

namespace rondo {

// Of how long an event would have waited for the loop, had it come at any of the moments of a
// window; seconds.
struct DelayStats {
  double min = 0, max = 0, mean = 0, stddev = 0, p50 = 0, p90 = 0, p99 = 0;
};

// One second.
struct HistoryPoint {
  uint64_t number = 0;  // counts up from 1
  double time = 0;      // seconds since 1970, at its end
  double utilization = 0;
  double p50 = 0, p99 = 0, max = 0;  // delays, seconds
  double tasks = 0;                  // a second
  double cpu = 0;                    // CPUs in use by the whole process
  double resident = 0, heap_used = 0;
};

// On the monitor's thread. Memory: about 150 KiB.
class History {
 public:
  static constexpr size_t kPoints = 300;
  static constexpr size_t kWindow = 60;  // seconds that the statistics of delays reach back

  explicit History(const Published& published);

  // Once a second.
  void Tick();
  // Over the last kWindow seconds; what is held up at this moment counts as waiting until now.
  DelayStats Delays(const LoopNow& now) const;
  // The same as counts of points by delay, and in all.
  LogCounts DelayCounts(const LoopNow& now, uint64_t* total) const;
  double utilization() const { return points_.empty() ? 0 : points_.back().utilization; }
  const std::deque<HistoryPoint>& points() const { return points_; }

 private:
  using Deltas = std::array<uint32_t, LogBuckets::kCount>;

  void AddHeldUp(const LoopNow& now, LogCounts* counts) const;

  const Published& published_;
  std::deque<HistoryPoint> points_;
  std::deque<Deltas> window_;
  LogCounts delay_before_;
  uint64_t at_ns_;
  uint64_t busy_before_ = 0;
  uint64_t tasks_before_ = 0;
  double cpu_before_ = 0;
  uint64_t number_ = 0;
};

// `total` points, of which those not in `counts` met a free loop.
DelayStats StatsOf(const LogCounts& counts, uint64_t total);

}  // namespace rondo

#endif  // RONDO_MONITOR_HISTORY_H_
