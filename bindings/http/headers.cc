// The object of a message's headers, made in one step when the same names have come in the same
// order before: V8 then has a layout for it, and no property has to be added one by one.
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/http/http.h"

namespace rondo {
namespace {

constexpr size_t kMaxHead = 4096;
constexpr size_t kMaxNames = 32;
// A layout is worth making for names that keep coming.
constexpr uint32_t kSeenBefore = 4;

// Names in lower case, each with a LF behind it, and the layout of objects that have them.
struct HeaderLayout {
  std::string names;
  uint32_t seen = 0;
  v8::Global<v8::DictionaryTemplate> layout;
};

// The sequences of names seen lately, by their hash.
struct HeaderLayouts {
  std::array<HeaderLayout, 64> slots;
};

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The names and values of a head: names in lower case in one text, values where they lie.
struct SplitNames {
  char names[kMaxHead];
  size_t size = 0;
  size_t count = 0;
  uint32_t hash = 2166136261u;
  std::array<std::string_view, kMaxNames> values;

  // False when there are too many.
  bool Read(const char* at, const char* end) {
    while (at < end) {
      const void* lf = std::memchr(at, '\n', static_cast<size_t>(end - at));
      if (!lf || count == kMaxNames) return false;
      const char* name_end = static_cast<const char*>(lf);
      lf = std::memchr(name_end + 1, '\n', static_cast<size_t>(end - name_end - 1));
      if (!lf) return false;
      const char* value_end = static_cast<const char*>(lf);
      for (; at <= name_end; ++at) {
        char c = Lower(*at);
        names[size++] = c;
        hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
      }
      values[count++] = {name_end + 1, static_cast<size_t>(value_end - name_end - 1)};
      at = value_end + 1;
    }
    return count > 0;
  }
  std::string_view text() const { return {names, size}; }
};

// Whether these names can stand in an object side by side, each with one string for its value.
// A name that is a number would be an element, __proto__ is not an ordinary name, and Set-Cookie
// has an array.
bool Ordinary(const std::vector<std::string_view>& names) {
  for (size_t i = 0; i < names.size(); ++i) {
    std::string_view name = names[i];
    if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
    if (name == "__proto__" || name == "set-cookie") return false;
    for (size_t j = 0; j < i; ++j) {
      if (names[j] == name) return false;
    }
  }
  return true;
}

// Makes the layout, or leaves it empty when there can be none.
void MakeLayout(v8::Isolate* isolate, HeaderLayout& slot) {
  std::vector<std::string_view> names;
  std::string_view rest = slot.names;
  while (!rest.empty()) {
    size_t size = rest.find('\n');
    names.push_back(rest.substr(0, size));
    rest.remove_prefix(size + 1);
  }
  if (!Ordinary(names)) return;
  v8::MemorySpan<const std::string_view> span(names.data(), names.size());
  slot.layout.Reset(isolate, v8::DictionaryTemplate::New(isolate, span));
}

}  // namespace

void HeadersOf(const v8::FunctionCallbackInfo<v8::Value>& info) {
  v8::Isolate* isolate = info.GetIsolate();
  if (!info[0]->IsString()) return;
  v8::Local<v8::String> text = info[0].As<v8::String>();
  size_t size = static_cast<size_t>(text->Length());
  char data[kMaxHead];
  if (size == 0 || size > sizeof data) return;
  text->WriteOneByteV2(isolate, 0, static_cast<uint32_t>(size), reinterpret_cast<uint8_t*>(data));

  SplitNames head;
  if (!head.Read(data, data + size)) return;
  HeaderLayouts& layouts = Loop::From(isolate).State<HeaderLayouts>();
  HeaderLayout& slot = layouts.slots[(head.hash ^ (head.hash >> 15)) & 63];
  if (slot.names != head.text()) {
    slot.names = head.text();
    slot.seen = 0;
    slot.layout.Reset();
  }
  if (slot.seen < kSeenBefore && ++slot.seen == kSeenBefore) MakeLayout(isolate, slot);
  if (slot.layout.IsEmpty()) return;

  v8::MaybeLocal<v8::Value> values[kMaxNames];
  for (size_t i = 0; i < head.count; ++i) {
    std::string_view value = head.values[i];
    values[i] =
        v8::String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t*>(value.data()),
                                   v8::NewStringType::kNormal, static_cast<int>(value.size()));
  }
  info.GetReturnValue().Set(slot.layout.Get(isolate)->NewInstance(
      isolate->GetCurrentContext(), v8::MemorySpan<v8::MaybeLocal<v8::Value>>(values, head.count)));
}

}  // namespace rondo
