// What a task's time went to, in parts that add up.
#ifndef RONDO_OBSERVE_TIMES_TIME_SPLIT_H_
#define RONDO_OBSERVE_TIMES_TIME_SPLIT_H_

#include <cstdint>

#include "runtime/observe/times/usage.h"

namespace rondo {

// What is known of a task when it ends; nanoseconds.
struct TaskTimes {
  uint64_t duration_ns = 0;
  uint64_t stopped_ns = 0;  // the process did not run at all
  uint64_t sync_ns = 0;     // within blocking calls
  uint64_t gc_ns = 0;       // garbage collection outside of them
  Usage before;             // the thread's usage when the task began, or shortly before
  Usage after;              // when it ended
};

// The parts of a task's duration, which is their sum; nanoseconds.
struct TimeSplit {
  uint64_t javascript_ns = 0;    // ran on a CPU, in JavaScript and what it called
  uint64_t sync_ns = 0;          // in blocking calls, running or waiting for the device
  uint64_t gc_ns = 0;            // garbage collection
  uint64_t cpu_wait_ns = 0;      // ready to run, but others had the CPU
  uint64_t stopped_ns = 0;       // the process was stopped
  uint64_t unattributed_ns = 0;  // off the CPU for none of these reasons (page faults, locks)
  // Of cpu_wait_ns, and no part of its own: at most so much because the CPU quota of the cgroup was
  // used up. The kernel tells it of the whole cgroup only.
  uint64_t throttled_ns = 0;

  uint64_t Sum() const {
    return javascript_ns + sync_ns + gc_ns + cpu_wait_ns + stopped_ns + unattributed_ns;
  }
  // Whether that is most of the wait.
  bool throttled() const { return throttled_ns > cpu_wait_ns / 2; }
};

// Waiting for a CPU is what the kernel counted. It falls on everything alike: blocking calls and
// garbage collection, which were timed by the clock, are reduced by its share. The rest is
// JavaScript as far as CPU time was used, and then unattributed. Where the kernel accounts nothing
// (all zeros in `after`), the rest is JavaScript.
TimeSplit SplitTime(const TaskTimes& times);

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_TIME_SPLIT_H_
