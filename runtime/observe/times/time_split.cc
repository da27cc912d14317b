#include "runtime/observe/times/time_split.h"

#include <algorithm>

namespace rondo {
namespace {

uint64_t Difference(uint64_t after, uint64_t before) { return after > before ? after - before : 0; }

// Takes up to `wanted` out of `rest`.
uint64_t Take(uint64_t* rest, uint64_t wanted) {
  const uint64_t taken = std::min(*rest, wanted);
  *rest -= taken;
  return taken;
}

}  // namespace

TimeSplit SplitTime(const TaskTimes& times) {
  TimeSplit split;
  uint64_t rest = times.duration_ns;
  split.stopped_ns = Take(&rest, times.stopped_ns);
  const double running = static_cast<double>(std::max<uint64_t>(rest, 1));
  split.cpu_wait_ns = Take(&rest, Difference(times.after.wait_ns, times.before.wait_ns));
  split.throttled_ns =
      std::min(split.cpu_wait_ns, Difference(times.after.throttled_ns, times.before.throttled_ns));
  const double ran = 1 - static_cast<double>(split.cpu_wait_ns) / running;
  auto share = [ran](uint64_t ns) { return static_cast<uint64_t>(static_cast<double>(ns) * ran); };
  split.sync_ns = Take(&rest, share(times.sync_ns));
  split.gc_ns = Take(&rest, share(times.gc_ns));
  if (times.after.cpu_ns == 0) {
    split.javascript_ns = rest;
    return split;
  }
  const uint64_t cpu_ns = Difference(times.after.cpu_ns, times.before.cpu_ns);
  split.javascript_ns = Take(&rest, Difference(cpu_ns, split.gc_ns));
  split.unattributed_ns = rest;
  return split;
}

}  // namespace rondo
