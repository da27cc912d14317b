// What the kernel accounts of one thread: time on a CPU, time waiting for one, page faults; and of
// its cgroup: time without one because a quota was used up.
#ifndef RONDO_OBSERVE_TIMES_USAGE_H_
#define RONDO_OBSERVE_TIMES_USAGE_H_

#include <sys/types.h>

#include <cstdint>

#include "runtime/observe/times/cpu_quota.h"

namespace rondo {

// Counters since the thread began; times in nanoseconds.
struct Usage {
  uint64_t at_ns = 0;    // when they were read, CLOCK_MONOTONIC
  uint64_t cpu_ns = 0;   // ran
  uint64_t wait_ns = 0;  // was ready to run and waited for a CPU
  // Page faults for which the thread waited for a disk.
  uint64_t major_faults = 0;
  // The CPU quota of the process's cgroup was used up, see CpuQuota::ThrottledNs().
  uint64_t throttled_ns = 0;
};

// Reads the files in /proc/self/task/TID, which it keeps open. Where the kernel has none (built
// without scheduler statistics) the counters stay 0. Two system calls each time, about 3
// microseconds, and those of `quota`, which may be null. From any thread, one at a time.
class UsageReader {
 public:
  explicit UsageReader(pid_t tid, const CpuQuota* quota = nullptr);
  ~UsageReader();
  UsageReader(const UsageReader&) = delete;
  UsageReader& operator=(const UsageReader&) = delete;

  Usage Read() const;
  // The same without page faults, at a third of the price.
  Usage ReadTimes() const;

 private:
  int schedstat_;
  int stat_;
  const CpuQuota* const quota_;
};

// Reads again and again: the page faults every eighth time only; between, those of the last time
// stand. To a thread that wakes up for it, with nothing of this in the CPU's caches, Read() costs
// 30 microseconds.
class UsageSampler {
 public:
  explicit UsageSampler(const UsageReader& reader) : reader_(reader) {}
  Usage Read();

 private:
  static constexpr uint64_t kEach = 8;

  const UsageReader& reader_;
  uint64_t count_ = 0;
  uint64_t major_faults_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_USAGE_H_
