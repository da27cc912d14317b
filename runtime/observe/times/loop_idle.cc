#include "runtime/observe/times/loop_idle.h"

#include "runtime/base/check.h"
#include "runtime/loop/loop_times.h"

namespace rondo {

void LoopIdle::Begin(Loop& loop) {
  if (begun_) return;
  begun_ = true;
  RONDO_CHECK(uv_loop_configure(loop.uv(), UV_METRICS_IDLE_TIME) == 0);
  const LoopTimes& times = loop.State<LoopTimes>();
  if (times.start_ns == 0) return;  // the loop does not run yet
  const uint64_t passed_ns = Loop::NowNs() - times.start_ns;
  const uint64_t ran_ns = ThreadCpuNs() - times.start_cpu_ns;
  before_ns_ = passed_ns > ran_ns ? passed_ns - ran_ns : 0;
}

uint64_t LoopIdle::IdleNs(Loop& loop) {
  Begin(loop);
  return before_ns_ + CountedNs(loop);
}

}  // namespace rondo
