// Long tasks as JSON: one line each, with the names that process.longTasks() uses.
#ifndef RONDO_OBSERVE_REPORT_REPORT_JSON_H_
#define RONDO_OBSERVE_REPORT_REPORT_JSON_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/base/json_text.h"
#include "runtime/observe/long_task.h"

namespace rondo {

// Writes one JSON object, in the order of the calls. Keys are literals that need no escapes.
class JsonLine {
 public:
  JsonLine() : text_("{") {}

  JsonLine& String(const char* key, std::string_view value);
  JsonLine& Integer(const char* key, uint64_t value);
  // Nanoseconds as milliseconds, exactly.
  JsonLine& Ms(const char* key, uint64_t ns);
  // A share between 0 and 1, with four digits.
  JsonLine& Share(const char* key, double value);
  JsonLine& Bool(const char* key, bool value);
  // JSON that is given as text: an object or an array.
  JsonLine& Raw(const char* key, std::string_view json);
  std::string Finish() { return std::move(text_) + "}"; }
  // The members without the braces, to be put into another object.
  JsonLine& Members(std::string_view members);

 private:
  void Key(const char* key);

  std::string text_;
};

// Texts in a report are cut at so many bytes.
inline constexpr size_t kMaxJsonText = 1024;

// The members of a long task: number, kind, startTime ... victims, as in lib/internal/observe.ts.
// Without braces.
std::string LongTaskMembers(const LongTask& task);

// The wall clock: "2026-01-31T12:34:56.789Z".
std::string IsoTime();

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_REPORT_JSON_H_
