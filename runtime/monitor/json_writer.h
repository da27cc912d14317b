// Writes JSON, piece by piece.
#ifndef RONDO_MONITOR_JSON_WRITER_H_
#define RONDO_MONITOR_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace rondo {

// Commas are put in by itself; a key goes before each value within an object. Strings
// are written by AppendJsonString.
class JsonWriter {
 public:
  JsonWriter& Open(char bracket) {  // '{' or '['
    Separate();
    text_ += bracket;
    first_ = true;
    return *this;
  }
  JsonWriter& Close(char bracket) {
    text_ += bracket;
    first_ = false;
    return *this;
  }
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view value);
  // Numbers that JSON has none for (NaN, infinities) become null.
  JsonWriter& Number(double value);
  JsonWriter& Bool(bool value);
  JsonWriter& Null();

  JsonWriter& Field(std::string_view key, std::string_view value) { return Key(key).String(value); }
  JsonWriter& Field(std::string_view key, const char* value) { return Key(key).String(value); }
  JsonWriter& Field(std::string_view key, double value) { return Key(key).Number(value); }
  JsonWriter& Field(std::string_view key, uint64_t value) {
    return Key(key).Number(static_cast<double>(value));
  }

  std::string Take() { return std::move(text_); }

 private:
  void Separate();

  std::string text_;
  bool first_ = true;  // nothing stands yet in the innermost bracket
  bool after_key_ = false;
};

}  // namespace rondo

#endif  // RONDO_MONITOR_JSON_WRITER_H_
