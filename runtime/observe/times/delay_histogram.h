// DelayHistogram: how long something that becomes ready at any moment waits for the loop.
#ifndef RONDO_OBSERVE_TIMES_DELAY_HISTOGRAM_H_
#define RONDO_OBSERVE_TIMES_DELAY_HISTOGRAM_H_

#include <cstdint>
#include <memory>

#include "runtime/observe/times/histogram.h"

namespace rondo {

// The loop's time is probed at a fixed pace, by arithmetic: no timer runs, nothing is woken. A
// probe that falls into a time when the loop waited for events finds a delay of 0; one that falls
// into a time when the loop was held finds what was left of it. So long stalls weigh by their
// length, and no stall hides the probes that it would have kept from running.
//
// Times are CLOCK_MONOTONIC in nanoseconds and never go back.
class DelayHistogram {
 public:
  // The range of delays: up to an hour.
  static constexpr int64_t kHighestNs = 3'600'000'000'000;

  // Null when there is no memory.
  static std::unique_ptr<DelayHistogram> Make(uint64_t interval_ns);

  // Probing begins, or goes on after a pause.
  void Begin(uint64_t now_ns) { next_ns_ = now_ns; }
  // The loop waited for events until then.
  void AddWait(uint64_t until_ns);
  // The loop was held until then, when it looked for events again.
  void AddHeld(uint64_t until_ns);

  Histogram& histogram() { return *histogram_; }

 private:
  DelayHistogram(std::unique_ptr<Histogram> histogram, uint64_t interval_ns)
      : histogram_(std::move(histogram)), interval_ns_(interval_ns) {}

  // A single stall costs no more than so many steps.
  static constexpr uint64_t kMaxSteps = 4096;

  std::unique_ptr<Histogram> histogram_;
  const uint64_t interval_ns_;
  uint64_t next_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_DELAY_HISTOGRAM_H_
