// When the loop ran: state of the loop that Loop::Run writes, for performance.nodeTiming.
#ifndef RONDO_LOOP_LOOP_TIMES_H_
#define RONDO_LOOP_LOOP_TIMES_H_

#include <cstdint>

namespace rondo {

// CLOCK_MONOTONIC in nanoseconds; 0 for what has not happened yet. See Loop::State.
struct LoopTimes {
  uint64_t start_ns = 0;      // the loop began to run
  uint64_t start_cpu_ns = 0;  // CPU time that its thread had used by then
  uint64_t exit_ns = 0;       // nothing kept it alive any more
};

// The CPU time of the calling thread.
uint64_t ThreadCpuNs();

}  // namespace rondo

#endif  // RONDO_LOOP_LOOP_TIMES_H_
