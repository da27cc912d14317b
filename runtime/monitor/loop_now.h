// What the loop does at this moment, seen from another thread.
#ifndef RONDO_MONITOR_LOOP_NOW_H_
#define RONDO_MONITOR_LOOP_NOW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/loop/pool_load.h"
#include "runtime/observe/published.h"

namespace rondo {

struct LoopNow {
  uint64_t at_ns = 0;    // CLOCK_MONOTONIC
  bool started = false;  // the main script was evaluated and the loop turns
  // Since when the loop has not looked for events; 0 while it waits for them.
  uint64_t turn_start_ns = 0;
  uint64_t busy_ns = 0;  // all time in turns, the running one included

  // The running task; number 0: none.
  uint64_t task = 0;
  TaskKind kind = TaskKind::kMain;
  uint64_t task_age_ns = 0;
  const char* call = nullptr;      // the blocking call it is in, or null
  std::vector<SourceFrame> stack;  // as last sampled within this task; may be empty
  uint64_t stack_age_ns = 0;

  uint64_t turn_age_ns() const { return turn_start_ns == 0 ? 0 : at_ns - turn_start_ns; }
};

LoopNow LookAtLoop(const Published& published);

// What waits for the loop.
struct Waiting {
  // Now.
  uint64_t sockets = 0;           // with bytes to be read
  uint64_t connections = 0;       // in accept queues
  uint64_t timer_overdue_ns = 0;  // the first timer's
  bool timer = false;             // there is one, due or not
  uint64_t timer_in_ns = 0;       // until the first one is due
  uint64_t pool_queued = 0;       // requests that wait for a thread of the pool
  uint64_t pool_threads = 0;
  std::vector<PoolWork> pool_running;
  // When the loop last looked for events.
  uint64_t immediates = 0;
  uint64_t requests = 0;  // in flight, of every kind
  // Up to a second before that.
  uint64_t completions = 0;
};

Waiting LookAtQueues(const Published& published, const Resources& resources, uint64_t now_ns);

}  // namespace rondo

#endif  // RONDO_MONITOR_LOOP_NOW_H_
