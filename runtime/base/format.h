// Short texts with numbers in them.
#ifndef RONDO_BASE_FORMAT_H_
#define RONDO_BASE_FORMAT_H_

#include <cstdint>
#include <string>

namespace rondo {

// printf into a string; what is longer than 255 bytes is cut.
std::string Format(const char* format, ...) __attribute__((format(printf, 1, 2)));

// Nanoseconds as milliseconds.
inline double Ms(uint64_t ns) { return static_cast<double>(ns) / 1e6; }

}  // namespace rondo

#endif  // RONDO_BASE_FORMAT_H_
