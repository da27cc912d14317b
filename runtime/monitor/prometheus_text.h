// Prometheus' text format, version 0.0.4.
#ifndef RONDO_MONITOR_PROMETHEUS_TEXT_H_
#define RONDO_MONITOR_PROMETHEUS_TEXT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace rondo {

// Family by family: Begin() writes a family's head, the calls after it its samples. Values are
// escaped; names are the caller's and must be valid.
class PrometheusText {
 public:
  using Label = std::pair<std::string_view, std::string_view>;

  // `type` is counter, gauge or histogram.
  void Begin(std::string_view name, std::string_view type, std::string_view help);
  void Sample(double value, std::span<const Label> labels = {});
  void Sample(double value, Label label) { Sample(value, {&label, 1}); }
  // A family of one sample.
  void Gauge(std::string_view name, std::string_view help, double value);
  void Counter(std::string_view name, std::string_view help, double value);
  // One histogram of the family: `cumulative` holds a count for each bound (seconds, ascending).
  void Histogram(std::span<const double> bounds, std::span<const uint64_t> cumulative,
                 uint64_t count, double sum, std::span<const Label> labels = {});

  std::string Take() { return std::move(text_); }

 private:
  void Line(std::string_view suffix, std::span<const Label> labels, std::string_view bound,
            double value);

  std::string text_;
  std::string name_;
};

// The shortest text that reads back as the same number; "+Inf", "-Inf", "NaN".
std::string NumberText(double value);

}  // namespace rondo

#endif  // RONDO_MONITOR_PROMETHEUS_TEXT_H_
