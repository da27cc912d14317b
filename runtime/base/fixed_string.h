// A string literal as a template value: names of bindings, functions and arguments.
#ifndef RONDO_BASE_FIXED_STRING_H_
#define RONDO_BASE_FIXED_STRING_H_

#include <cstddef>
#include <string_view>

namespace rondo {

template <size_t N>
struct FixedString {
  char text[N];
  constexpr FixedString(const char (&literal)[N]) {  // NOLINT: implicit, that is its purpose
    for (size_t i = 0; i < N; ++i) text[i] = literal[i];
  }
  constexpr std::string_view view() const { return {text, N - 1}; }
  constexpr const char* c_str() const { return text; }
};

}  // namespace rondo

#endif  // RONDO_BASE_FIXED_STRING_H_
