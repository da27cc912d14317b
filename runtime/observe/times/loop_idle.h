// LoopIdle: how long the loop waited for events, for event loop utilization and delays.
#ifndef RONDO_OBSERVE_TIMES_LOOP_IDLE_H_
#define RONDO_OBSERVE_TIMES_LOOP_IDLE_H_

#include <cstdint>

#include "runtime/loop/loop.h"

namespace rondo {

// libuv counts the time in its event provider when told to, at the price of an epoll_wait that does
// not block before each that does. So it is told to when somebody first asks. The time before that
// is taken for idle as far as the loop's thread used no CPU, which calls that block count as well.
class LoopIdle {
 public:
  // Asks libuv to count from now on; does nothing the second time.
  void Begin(Loop& loop);
  bool begun() const { return begun_; }
  // Nanoseconds since the loop began to run. Begins.
  uint64_t IdleNs(Loop& loop);
  // What libuv has counted: since Begin().
  static uint64_t CountedNs(Loop& loop) { return uv_metrics_idle_time(loop.uv()); }

 private:
  bool begun_ = false;
  uint64_t before_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_LOOP_IDLE_H_
