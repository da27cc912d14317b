// From the bytes of a head to JavaScript's list of names and values, when somebody asks for it.
#include <array>
#include <cstring>
#include <string_view>

#include "bindings/http/http.h"

namespace rondo {
namespace {

// Names seen lately, by a hash of their bytes: the string as written and in lower case, both
// internalised.
struct HeaderName {
  char bytes[28];
  uint8_t size = 0;
  v8::Global<v8::String> written;
  v8::Global<v8::String> lower;
};

struct HeaderNames {
  std::array<HeaderName, 256> slots;
};

uint32_t Hash(const char* data, size_t size) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < size; ++i) hash = (hash ^ static_cast<uint8_t>(data[i])) * 16777619u;
  return (hash ^ (hash >> 15)) & 255;
}

v8::Local<v8::String> Internalized(v8::Isolate* isolate, const char* data, size_t size) {
  return v8::String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t*>(data),
                                    v8::NewStringType::kInternalized, static_cast<int>(size))
      .ToLocalChecked();
}

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

v8::Local<v8::String> Name(v8::Isolate* isolate, HeaderNames& names, const char* data, size_t size,
                           bool lower) {
  char lowered[256];
  if (size > sizeof HeaderName::bytes) {
    if (!lower || size > sizeof lowered) {
      v8::Local<v8::String> name = Internalized(isolate, data, size);
      if (!lower) return name;
      std::string text(data, size);
      for (char& c : text) c = Lower(c);
      return Internalized(isolate, text.data(), size);
    }
    for (size_t i = 0; i < size; ++i) lowered[i] = Lower(data[i]);
    return Internalized(isolate, lowered, size);
  }
  HeaderName& slot = names.slots[Hash(data, size)];
  if (slot.size != size || std::memcmp(slot.bytes, data, size) != 0) {
    slot.size = static_cast<uint8_t>(size);
    std::memcpy(slot.bytes, data, size);
    for (size_t i = 0; i < size; ++i) lowered[i] = Lower(data[i]);
    slot.written.Reset(isolate, Internalized(isolate, data, size));
    slot.lower.Reset(isolate, Internalized(isolate, lowered, size));
  }
  return (lower ? slot.lower : slot.written).Get(isolate);
}

}  // namespace

void SplitHead(const v8::FunctionCallbackInfo<v8::Value>& info) {
  v8::Isolate* isolate = info.GetIsolate();
  if (!info[0]->IsString()) {
    Js::From(isolate).Throw(
        Error::Type("ERR_INVALID_ARG_TYPE", "http.splitHead: argument 1 (head) must be a string"));
    return;
  }
  v8::Local<v8::String> text = info[0].As<v8::String>();
  bool lower = info[1]->IsTrue();
  size_t size = static_cast<size_t>(text->Length());
  char small[4096];
  std::unique_ptr<char[]> large;
  char* data = small;
  if (size > sizeof small) {
    large.reset(new char[size]);
    data = large.get();
  }
  text->WriteOneByteV2(isolate, 0, static_cast<uint32_t>(size), reinterpret_cast<uint8_t*>(data));

  HeaderNames& names = Loop::From(isolate).State<HeaderNames>();
  v8::Local<v8::Value> few[128];
  std::vector<v8::Local<v8::Value>> many;
  size_t count = 0;
  const char* at = data;
  const char* end = data + size;
  while (at < end) {
    const char* name_end =
        static_cast<const char*>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
    if (!name_end) break;
    const char* value = name_end + 1;
    const char* value_end =
        static_cast<const char*>(std::memchr(value, '\n', static_cast<size_t>(end - value)));
    if (!value_end) break;
    v8::Local<v8::Value> pair[] = {
        Name(isolate, names, at, static_cast<size_t>(name_end - at), lower),
        v8::String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t*>(value),
                                   v8::NewStringType::kNormal, static_cast<int>(value_end - value))
            .ToLocalChecked()};
    if (count + 2 > std::size(few) && many.empty()) many.assign(few, few + count);
    if (count + 2 > std::size(few)) {
      many.insert(many.end(), pair, pair + 2);
    } else {
      few[count] = pair[0];
      few[count + 1] = pair[1];
    }
    count += 2;
    at = value_end + 1;
  }
  info.GetReturnValue().Set(
      v8::Array::New(isolate, count > std::size(few) ? many.data() : few, count));
}

}  // namespace rondo
