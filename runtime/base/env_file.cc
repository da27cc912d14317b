#include "runtime/base/env_file.h"

#include <algorithm>

namespace rondo {
namespace {

constexpr std::string_view kBlank = " \t\r\v\f";

std::string_view Trim(std::string_view text) {
  size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string WithLineBreaks(std::string_view quoted) {
  std::string out;
  for (size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] == '\\' && i + 1 < quoted.size() && quoted[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else if (quoted[i] != '\r') {
      out += quoted[i];
    }
  }
  return out;
}

// Takes the value at the start of `rest` (what follows the `=`) and moves `rest` to the next line.
std::string TakeValue(std::string_view* rest) {
  size_t line_end = std::min(rest->find('\n'), rest->size());
  size_t first = std::min(rest->find_first_not_of(kBlank), line_end);
  char quote = first < line_end ? (*rest)[first] : '\0';
  std::string value;
  size_t close = quote == '\'' || quote == '"' || quote == '`' ? rest->find(quote, first + 1)
                                                               : std::string_view::npos;
  if (close != std::string_view::npos) {
    std::string_view quoted = rest->substr(first + 1, close - first - 1);
    value = quote == '"' ? WithLineBreaks(quoted) : std::string(quoted);
    line_end = std::min(rest->find('\n', close), rest->size());
  } else {
    std::string_view line = rest->substr(0, line_end);
    value = Trim(line.substr(0, line.find('#')));
  }
  rest->remove_prefix(std::min(line_end + 1, rest->size()));
  return value;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> ParseEnvFile(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!text.empty()) {
    size_t line_end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, line_end);
    size_t equals = line.find('=');
    std::string_view name = Trim(line.substr(0, equals));
    if (equals == std::string_view::npos || name.empty() || name.front() == '#') {
      text.remove_prefix(std::min(line_end + 1, text.size()));
      continue;
    }
    if (name.starts_with("export ")) name = Trim(name.substr(7));
    text.remove_prefix(equals + 1);
    std::string value = TakeValue(&text);
    out.emplace_back(name, std::move(value));
  }
  return out;
}

}  // namespace rondo
