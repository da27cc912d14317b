#include "runtime/observe/times/histogram.h"

#include <hdr/hdr_histogram.h>

#include <limits>

namespace rondo {

std::unique_ptr<Histogram> Histogram::Make(int64_t lowest, int64_t highest, int32_t figures) {
  hdr_histogram* counts = nullptr;
  if (lowest < 1 || highest / 2 < lowest || figures < 1 || figures > 5) return nullptr;
  if (hdr_init(lowest, highest, figures, &counts) != 0) return nullptr;
  return std::unique_ptr<Histogram>(new Histogram(counts));
}

Histogram::~Histogram() { hdr_close(counts_); }

void Histogram::Record(int64_t value, int64_t times) {
  // The buckets reach beyond the range that was asked for.
  if (value > counts_->highest_trackable_value || !hdr_record_values(counts_, value, times))
    exceeds_ += times;
}

void Histogram::RecordCorrected(int64_t value, int64_t interval) {
  if (value > counts_->highest_trackable_value ||
      !hdr_record_corrected_value(counts_, value, interval)) {
    exceeds_++;
  }
}

void Histogram::Add(const Histogram& other) {
  exceeds_ += other.exceeds_;
  exceeds_ += hdr_add(counts_, other.counts_);
}

void Histogram::Reset() {
  hdr_reset(counts_);
  exceeds_ = 0;
}

int64_t Histogram::count() const { return counts_->total_count; }

int64_t Histogram::Min() const { return hdr_min(counts_); }

int64_t Histogram::Max() const { return hdr_max(counts_); }

double Histogram::Mean() const {
  return count() > 0 ? hdr_mean(counts_) : std::numeric_limits<double>::quiet_NaN();
}

double Histogram::Stddev() const {
  return count() > 0 ? hdr_stddev(counts_) : std::numeric_limits<double>::quiet_NaN();
}

int64_t Histogram::Percentile(double percentile) const {
  return count() > 0 ? hdr_value_at_percentile(counts_, percentile) : 0;
}

std::vector<std::pair<double, int64_t>> Histogram::Percentiles() const {
  std::vector<std::pair<double, int64_t>> out;
  hdr_iter iter;
  hdr_iter_percentile_init(&iter, counts_, 1);
  while (hdr_iter_next(&iter)) out.emplace_back(iter.specifics.percentiles.percentile, iter.value);
  return out;
}

int64_t Histogram::CountAt(int64_t value) const { return hdr_count_at_value(counts_, value); }

size_t Histogram::MemoryBytes() const { return hdr_get_memory_size(counts_); }

}  // namespace rondo
