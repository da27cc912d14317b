#include "runtime/observe/stacks/call_arguments.h"

#include <algorithm>
#include <cmath>

#include "runtime/base/format.h"

namespace rondo {
namespace {

constexpr int kShownLength = 48;
// A longer string is a text and not a name.
constexpr int kLongestName = 4096;
constexpr int kShownArguments = 2;

std::string Bytes(double bytes) {
  constexpr double kKi = 1024, kMi = 1024 * 1024;
  if (bytes < 10 * kKi) return Format("%.0f bytes", bytes);
  return bytes < kMi ? Format("%.0f KiB", bytes / kKi)
                     : Format("%.*f MiB", bytes < 10 * kMi, bytes / kMi);
}

std::string Characters(double length) {
  if (length < 10'000) return Format("%.0f characters", length);
  return length < 1e6 ? Format("%.0f thousand characters", length / 1e3)
                      : Format("%.*f million characters", length < 1e7, length / 1e6);
}

std::string Quote(v8::Isolate* isolate, v8::Local<v8::String> string) {
  v8::String::Utf8Value utf8(isolate, string);
  if (!*utf8) return "";
  std::string text(*utf8, static_cast<size_t>(utf8.length()));
  if (text.size() > kShownLength) {
    size_t from = text.size() - kShownLength;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    text = "..." + text.substr(from);
  }
  // A report is a line: what would break it, or a terminal, is shown as a question mark.
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
  return "'" + text + "'";
}

std::string Shown(v8::Isolate* isolate, v8::Local<v8::Value> value) {
  if (value->IsString()) {
    v8::Local<v8::String> string = value.As<v8::String>();
    if (string->Length() > kLongestName) return Characters(string->Length());
    return Quote(isolate, string);
  }
  if (value->IsArrayBufferView()) {
    return Bytes(static_cast<double>(value.As<v8::ArrayBufferView>()->ByteLength()));
  }
  if (value->IsNumber()) {
    const double number = value.As<v8::Number>()->Value();
    if (!std::isfinite(number)) return "";
    return Format("%.15g", number);
  }
  return "";
}

}  // namespace

std::string ShortArguments(const v8::FunctionCallbackInfo<v8::Value>& info) {
  std::string out;
  int shown = 0;
  for (int i = 0; i < info.Length() && shown < kShownArguments; ++i) {
    // A number in front is a descriptor; others are flags and positions.
    if (i > 0 && info[i]->IsNumber()) continue;
    std::string text = Shown(info.GetIsolate(), info[i]);
    if (text.empty()) continue;
    if (shown++ > 0) out += ", ";
    out += text;
  }
  return out;
}

}  // namespace rondo
