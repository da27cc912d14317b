// Texts as JSON has them.
#ifndef RONDO_BASE_JSON_TEXT_H_
#define RONDO_BASE_JSON_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rondo {

// Appends `value` as a JSON string [RFC 8259]. Control characters are escaped, what is not UTF-8
// becomes U+FFFD, and what is longer than `limit` bytes is cut and ends in an ellipsis.
void AppendJsonString(std::string* out, std::string_view value, size_t limit = SIZE_MAX);

}  // namespace rondo

#endif  // RONDO_BASE_JSON_TEXT_H_
