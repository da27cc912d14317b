// Histogram: counts of values in buckets of a bounded relative error (HdrHistogram).
#ifndef RONDO_OBSERVE_TIMES_HISTOGRAM_H_
#define RONDO_OBSERVE_TIMES_HISTOGRAM_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

struct hdr_histogram;

namespace rondo {

// Memory is allocated once, for the whole range: 440 KiB for 1 to 2^53 with three figures, of which
// the kernel gives only the pages that are used. For one thread.
class Histogram {
 public:
  // Values from `lowest` (>= 1) to `highest` (>= 2 * lowest) are told apart by their first
  // `figures` (1 to 5) decimal digits; smaller ones count as the smallest. Null when the range
  // cannot be, or there is no memory for it.
  static std::unique_ptr<Histogram> Make(int64_t lowest, int64_t highest, int32_t figures);
  ~Histogram();
  Histogram(const Histogram&) = delete;
  Histogram& operator=(const Histogram&) = delete;

  // Counts a value `times` over. One that is negative or above the range is counted as exceeding
  // it.
  void Record(int64_t value, int64_t times = 1);
  // Counts a value, and those that would have been seen every `interval` while it lasted.
  void RecordCorrected(int64_t value, int64_t interval);
  // Adds all counts of the other; what does not fit into this one's range exceeds it.
  void Add(const Histogram& other);
  void Reset();

  int64_t count() const;
  int64_t exceeds() const { return exceeds_; }
  int64_t Min() const;    // INT64_MAX when there is none
  int64_t Max() const;    // 0 when there is none
  double Mean() const;    // NaN when there is none
  double Stddev() const;  // of the population; NaN when there is none
  // The value that `percentile` (0 to 100) per cent of all do not exceed; 0 when there is none.
  int64_t Percentile(double percentile) const;
  // (percentile, value) pairs: 0, 50, 75, 87.5 ... each halving the distance to 100, and 100.
  std::vector<std::pair<double, int64_t>> Percentiles() const;
  // Counts in the bucket of that value.
  int64_t CountAt(int64_t value) const;
  size_t MemoryBytes() const;

 private:
  explicit Histogram(hdr_histogram* counts) : counts_(counts) {}

  hdr_histogram* counts_;
  int64_t exceeds_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_HISTOGRAM_H_
