#include "runtime/observe/times/delay_histogram.h"

#include <algorithm>

namespace rondo {

std::unique_ptr<DelayHistogram> DelayHistogram::Make(uint64_t interval_ns) {
  std::unique_ptr<Histogram> histogram = Histogram::Make(1, kHighestNs, 3);
  if (!histogram || interval_ns == 0) return nullptr;
  return std::unique_ptr<DelayHistogram>(new DelayHistogram(std::move(histogram), interval_ns));
}

void DelayHistogram::AddWait(uint64_t until_ns) {
  if (next_ns_ >= until_ns) return;
  const uint64_t probes = (until_ns - next_ns_ + interval_ns_ - 1) / interval_ns_;
  histogram_->Record(0, static_cast<int64_t>(probes));
  next_ns_ += probes * interval_ns_;
}

void DelayHistogram::AddHeld(uint64_t until_ns) {
  if (next_ns_ >= until_ns) return;
  const uint64_t probes = (until_ns - next_ns_ + interval_ns_ - 1) / interval_ns_;
  // Of very many, several stand for their middle one.
  const uint64_t together = (probes + kMaxSteps - 1) / kMaxSteps;
  for (uint64_t done = 0; done < probes;) {
    const uint64_t now = std::min(together, probes - done);
    const uint64_t at_ns = next_ns_ + (done + now / 2) * interval_ns_;
    histogram_->Record(static_cast<int64_t>(until_ns - at_ns), static_cast<int64_t>(now));
    done += now;
  }
  next_ns_ += probes * interval_ns_;
}

}  // namespace rondo
