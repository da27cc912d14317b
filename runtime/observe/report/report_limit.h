// At most so many reports a second; what is held back is counted, and said with the next one.
#ifndef RONDO_OBSERVE_REPORT_REPORT_LIMIT_H_
#define RONDO_OBSERVE_REPORT_REPORT_LIMIT_H_

#include <cstdint>
#include <utility>

namespace rondo {

class ReportLimit {
 public:
  explicit ReportLimit(int per_second = 5) : per_window_(per_second) {}

  // True when a report may be printed at this time (nanoseconds, never going back).
  bool Allow(uint64_t now_ns) {
    if (now_ns - window_ns_ >= kWindowNs) {
      window_ns_ = now_ns;
      printed_ = 0;
    }
    if (printed_ < per_window_) {
      printed_++;
      return true;
    }
    held_back_++;
    return false;
  }
  // How many were held back since this was last asked.
  uint64_t TakeHeldBack() { return std::exchange(held_back_, 0); }

 private:
  static constexpr uint64_t kWindowNs = 1'000'000'000;
  const int per_window_;
  uint64_t window_ns_ = 0;
  int printed_ = 0;
  uint64_t held_back_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_REPORT_LIMIT_H_
