// Times in which requests waited long for a thread of the pool, though the loop was free.
#ifndef RONDO_OBSERVE_POOL_WAITS_H_
#define RONDO_OBSERVE_POOL_WAITS_H_

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "runtime/loop/pool_load.h"

namespace rondo {

// A time in which the pool kept requests waiting. Waits that overlap are one.
struct PoolJam {
  uint64_t start_ns = 0;  // the first of them was queued
  uint64_t end_ns = 0;    // the last of them was begun
  uint64_t count = 0;     // requests that waited long
  PoolWait longest;
};

// "slow-work", "many-requests", "cpu-wait"
const char* PoolCauseName(PoolWait::Cause cause);

// "read since 412 ms, 3 x stat (longest 80 ms)": the most frequent first.
std::string PoolWorkText(const std::vector<PoolWork>& work, uint64_t now_ns);

// The report for a person, with a line feed at the end.
std::string FormatPoolJam(const PoolJam& jam);

// On the loop's thread.
class PoolWaits {
 public:
  enum class Print : uint8_t { kNone, kSlowWork, kAll };

  // `threshold_ns`: from which wait on requests are described.
  PoolWaits(uint64_t threshold_ns, Print print);

  void Add(const PoolWait& wait);
  // The last kKept, oldest first.
  const std::deque<PoolJam>& jams() const { return jams_; }
  // All so far.
  uint64_t jam_count() const { return jam_count_; }
  uint64_t wait_count() const { return wait_count_; }

 private:
  static constexpr size_t kKept = 100;

  const Print print_;
  std::deque<PoolJam> jams_;
  uint64_t jam_count_ = 0;
  uint64_t wait_count_ = 0;
  uint64_t printed_ns_ = 0;  // the longest wait of the last jam that was printed
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_POOL_WAITS_H_
