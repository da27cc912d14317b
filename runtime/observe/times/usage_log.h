// The loop thread's recent usage, and when the whole process did not run. The watchdog writes it,
// the loop's thread asks it about a task that turned out long.
#ifndef RONDO_OBSERVE_TIMES_USAGE_LOG_H_
#define RONDO_OBSERVE_TIMES_USAGE_LOG_H_

#include <array>
#include <cstdint>
#include <mutex>

#include "runtime/observe/times/usage.h"

namespace rondo {

// Memory: 4 KiB, however long the process runs.
class UsageLog {
 public:
  // One look of the watchdog: the loop thread's usage, its own, and after how many nanoseconds it
  // had meant to look again. Of the looks at one task (`task_start_ns`, 0 when idle) only the first
  // and the latest are kept, or a task that runs for long would push out what was before it. When
  // the watchdog overslept by far though no CPU was denied to it, the process
  // was stopped (SIGSTOP, a debugger, a frozen cgroup, a paused machine).
  void Add(const Usage& loop, const Usage& own, uint64_t period_ns, uint64_t task_start_ns);
  // The watchdog goes to sleep: the time until its next look says nothing.
  void Pause();

  // The latest usage that was read at `time_ns` or before; the earliest that is kept when there is
  // none; all zeros when nothing was ever added. Of the cgroup's throttling, which goes on while
  // the process is idle, what the next look said where that came soon after.
  Usage Before(uint64_t time_ns) const;
  // For how long within [start_ns, end_ns] the process was stopped.
  uint64_t StoppedNs(uint64_t start_ns, uint64_t end_ns) const;
  // For how long at the end of [start_ns, end_ns] the watchdog has been overdue: it was stopped and
  // has not looked since, or others have its CPU. 0 when that is nothing to speak of.
  uint64_t OverdueNs(uint64_t start_ns, uint64_t end_ns) const;

 private:
  struct Stop {
    uint64_t start_ns = 0;
    uint64_t end_ns = 0;
  };
  static constexpr size_t kUsages = 64;
  static constexpr size_t kStops = 16;
  static constexpr uint64_t kNoticeableStopNs = 20'000'000;
  static constexpr uint64_t kSoonNs = 2'000'000;

  mutable std::mutex mutex_;
  std::array<Usage, kUsages> usages_;
  std::array<Stop, kStops> stops_;
  uint64_t usage_count_ = 0;
  uint64_t stop_count_ = 0;
  Usage own_before_;  // at_ns 0: after a pause
  uint64_t period_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_USAGE_LOG_H_
