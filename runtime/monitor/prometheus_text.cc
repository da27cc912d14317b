#include "runtime/monitor/prometheus_text.h"

#include <charconv>
#include <cmath>

namespace rondo {
namespace {

// Backslashes and line feeds everywhere, quotes within label values.
void AppendEscaped(std::string* out, std::string_view text, bool quotes) {
  for (char c : text) {
    if (c == '\\') {
      *out += "\\\\";
    } else if (c == '\n') {
      *out += "\\n";
    } else if (c == '"' && quotes) {
      *out += "\\\"";
    } else {
      *out += c;
    }
  }
}

}  // namespace

std::string NumberText(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  char text[32];
  const auto result = std::to_chars(text, text + sizeof text, value);
  return {text, result.ptr};
}

void PrometheusText::Begin(std::string_view name, std::string_view type, std::string_view help) {
  name_ = name;
  text_ += "# HELP " + name_ + ' ';
  AppendEscaped(&text_, help, false);
  text_ += "\n# TYPE " + name_ + ' ';
  text_ += type;
  text_ += '\n';
}

void PrometheusText::Line(std::string_view suffix, std::span<const Label> labels,
                          std::string_view bound, double value) {
  text_ += name_;
  text_ += suffix;
  char separator = '{';
  auto add = [&](std::string_view key, std::string_view label) {
    text_ += separator;
    separator = ',';
    text_ += key;
    text_ += "=\"";
    AppendEscaped(&text_, label, true);
    text_ += '"';
  };
  for (const auto& [key, label] : labels) add(key, label);
  if (!bound.empty()) add("le", bound);
  if (separator == ',') text_ += '}';
  text_ += ' ' + NumberText(value) + '\n';
}

void PrometheusText::Sample(double value, std::span<const Label> labels) {
  Line("", labels, "", value);
}

void PrometheusText::Gauge(std::string_view name, std::string_view help, double value) {
  Begin(name, "gauge", help);
  Sample(value);
}

void PrometheusText::Counter(std::string_view name, std::string_view help, double value) {
  Begin(name, "counter", help);
  Sample(value);
}

void PrometheusText::Histogram(std::span<const double> bounds, std::span<const uint64_t> cumulative,
                               uint64_t count, double sum, std::span<const Label> labels) {
  for (size_t i = 0; i < bounds.size(); ++i)
    Line("_bucket", labels, NumberText(bounds[i]), static_cast<double>(cumulative[i]));
  Line("_bucket", labels, "+Inf", static_cast<double>(count));
  Line("_sum", labels, "", sum);
  Line("_count", labels, "", static_cast<double>(count));
}

}  // namespace rondo
