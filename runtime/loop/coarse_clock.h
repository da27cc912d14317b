// The kernel's coarse clock: a third of the exact one's price, exact to a tick (1 to 10 ms).
#ifndef RONDO_LOOP_COARSE_CLOCK_H_
#define RONDO_LOOP_COARSE_CLOCK_H_

#include <cstdint>
#include <ctime>

namespace rondo {

// CLOCK_MONOTONIC in nanoseconds as of the last tick: never later than Loop::NowNs().
inline uint64_t CoarseNs() {
  timespec tick;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &tick);
  return static_cast<uint64_t>(tick.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(tick.tv_nsec);
}

}  // namespace rondo

#endif  // RONDO_LOOP_COARSE_CLOCK_H_
