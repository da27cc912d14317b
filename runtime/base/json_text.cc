#include "runtime/base/json_text.h"

#include <cstdio>

namespace rondo {
namespace {

// The length of the UTF-8 character that begins at `at`; 0 when none does.
size_t Utf8Length(std::string_view text, size_t at) {
  auto byte = [&](size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  auto follows = [&](size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if (!follows(1) || !follows(2)) return 0;
    if (first == 0xe0 && byte(1) < 0xa0) return 0;  // too long for its value
    if (first == 0xed && byte(1) > 0x9f) return 0;  // half of a surrogate pair
    return 3;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    if (first == 0xf0 && byte(1) < 0x90) return 0;
    if (first == 0xf4 && byte(1) > 0x8f) return 0;
    return 4;
  }
  return 0;
}

void AppendEscaped(std::string* out, char c) {
  switch (c) {
    case '"':
      *out += "\\\"";
      return;
    case '\\':
      *out += "\\\\";
      return;
    case '\n':
      *out += "\\n";
      return;
    case '\t':
      *out += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
    *out += c;
    return;
  }
  char escape[8];
  std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
  *out += escape;
}

}  // namespace

void AppendJsonString(std::string* out, std::string_view value, size_t limit) {
  *out += '"';
  for (size_t i = 0; i < value.size();) {
    if (i >= limit) {
      *out += "\u2026";
      break;
    }
    const size_t length = Utf8Length(value, i);
    if (length == 1) {
      AppendEscaped(out, value[i]);
    } else if (length == 0) {
      *out += "\ufffd";
    } else {
      out->append(value, i, length);
    }
    i += length == 0 ? 1 : length;
  }
  *out += '"';
}

}  // namespace rondo
