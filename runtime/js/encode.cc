// JavaScript strings to bytes. See encoding.h.
#include <simdutf.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "runtime/js/encoding.h"

namespace rondo {
namespace {

using View = v8::String::ValueView;

const char* Chars(const View& view) { return reinterpret_cast<const char*>(view.data8()); }
const char16_t* Units(const View& view) { return reinterpret_cast<const char16_t*>(view.data16()); }

size_t Utf8Size(Js& js, v8::Local<v8::String> text) {
  View view(js.isolate(), text);
  if (view.is_one_byte()) return simdutf::utf8_length_from_latin1(Chars(view), view.length());
  return simdutf::utf8_length_from_utf16_with_replacement(Units(view), view.length()).count;
}

// Fits for certain: at most 2 bytes a Latin-1 character, 3 a UTF-16 unit.
size_t WholeUtf8(const View& view, uint8_t* out) {
  char* to = reinterpret_cast<char*>(out);
  if (view.is_one_byte()) return simdutf::convert_latin1_to_utf8(Chars(view), view.length(), to);
  return simdutf::convert_utf16_to_utf8_with_replacement(Units(view), view.length(), to);
}

bool FitsUtf8(const View& view, size_t capacity) {
  if (view.is_one_byte()) {
    return capacity / 2 >= view.length() ||
           (capacity >= view.length() &&
            simdutf::utf8_length_from_latin1(Chars(view), view.length()) <= capacity);
  }
  return capacity / 3 >= view.length() ||
         (capacity >= view.length() &&
          simdutf::utf8_length_from_utf16_with_replacement(Units(view), view.length()).count <=
              capacity);
}

size_t WriteUtf8(Js& js, v8::Local<v8::String> text, uint8_t* out, size_t capacity, size_t* read) {
  {
    View view(js.isolate(), text);
    if (FitsUtf8(view, capacity)) {
      if (read) *read = view.length();
      return WholeUtf8(view, out);
    }
  }
  size_t units = 0;
  const size_t written = text->WriteUtf8V2(js.isolate(), reinterpret_cast<char*>(out), capacity,
                                           v8::String::WriteFlags::kReplaceInvalidUtf8, &units);
  if (read) *read = units;
  return written;
}

size_t WriteUtf16le(Js& js, v8::Local<v8::String> text, uint8_t* out, size_t capacity) {
  const size_t units = std::min<size_t>(text->Length(), capacity / 2);
  if (reinterpret_cast<uintptr_t>(out) % alignof(uint16_t) == 0) {
    text->WriteV2(js.isolate(), 0, units, reinterpret_cast<uint16_t*>(out));
    return units * 2;
  }
  View view(js.isolate(), text);
  if (!view.is_one_byte()) {
    std::memcpy(out, view.data16(), units * 2);
  } else {
    for (size_t i = 0; i < units; ++i) {
      out[2 * i] = view.data8()[i];
      out[2 * i + 1] = 0;
    }
  }
  return units * 2;
}

size_t WriteLatin1(Js& js, v8::Local<v8::String> text, uint8_t* out, size_t capacity) {
  const size_t length = std::min<size_t>(text->Length(), capacity);
  text->WriteOneByteV2(js.isolate(), 0, length, out);
  return length;
}

// The text as one-byte characters: in place, or the low bytes of a two-byte string (which is what
// Node reads).
class LowBytes {
 public:
  explicit LowBytes(const View& view) : size_(view.length()) {
    if (view.is_one_byte()) {
      data_ = Chars(view);
      return;
    }
    narrowed_.reset(new char[size_]);
    std::transform(view.data16(), view.data16() + size_, narrowed_.get(),
                   [](uint16_t unit) { return static_cast<char>(unit); });
    data_ = narrowed_.get();
  }
  const char* data() const { return data_; }
  size_t size() const { return size_; }

 private:
  const char* data_;
  size_t size_;
  std::unique_ptr<char[]> narrowed_;
};

constexpr auto kHexValues = [] {
  std::array<int16_t, 256> values{};
  values.fill(-1);
  for (int i = 0; i < 10; ++i) values['0' + i] = static_cast<int16_t>(i);
  for (int i = 0; i < 6; ++i) values['a' + i] = values['A' + i] = static_cast<int16_t>(10 + i);
  return values;
}();

size_t WriteHex(Js& js, v8::Local<v8::String> text, uint8_t* out, size_t capacity) {
  View view(js.isolate(), text);
  LowBytes chars(view);
  const auto* in = reinterpret_cast<const uint8_t*>(chars.data());
  const size_t pairs = std::min(chars.size() / 2, capacity);
  for (size_t i = 0; i < pairs; ++i) {
    const int high = kHexValues[in[2 * i]];  // -1: no digit
    const int low = kHexValues[in[2 * i + 1]];
    if ((high | low) < 0) return i;
    out[i] = static_cast<uint8_t>(high << 4 | low);
  }
  return pairs;
}

constexpr size_t kNotDecoded = SIZE_MAX;

// simdutf needs room for the longest result of `size` characters.
template <class Char>
size_t DecodeBase64(const Char* in, size_t size, uint8_t* out) {
  size_t capacity = simdutf::maximal_binary_length_from_base64(in, size);
  simdutf::result result =
      simdutf::base64_to_binary_safe(in, size, reinterpret_cast<char*>(out), capacity,
                                     simdutf::base64_default_or_url_accept_garbage, simdutf::loose);
  // A single character left over makes an error of its own after everything before it was written.
  return result.error == simdutf::SUCCESS || result.error == simdutf::BASE64_INPUT_REMAINDER
             ? capacity
             : kNotDecoded;
}

size_t WriteBase64(Js& js, v8::Local<v8::String> text, uint8_t* out, size_t capacity) {
  View view(js.isolate(), text);
  LowBytes chars(view);
  const void* padding = std::memchr(chars.data(), '=', chars.size());
  const size_t size = padding ? static_cast<const char*>(padding) - chars.data() : chars.size();
  const size_t most = simdutf::maximal_binary_length_from_base64(chars.data(), size);
  if (most <= capacity) {
    const size_t written = DecodeBase64(chars.data(), size, out);
    return written == kNotDecoded ? 0 : written;
  }
  Bytes whole(most);
  if (!whole.data()) return 0;
  size_t written = DecodeBase64(chars.data(), size, whole.data());
  if (written == kNotDecoded) return 0;
  written = std::min(written, capacity);
  std::memcpy(out, whole.data(), written);
  return written;
}

size_t Base64Size(Js& js, v8::Local<v8::String> text) {
  View view(js.isolate(), text);
  size_t length = view.length();
  auto at = [&](size_t i) -> uint16_t {
    return view.is_one_byte() ? view.data8()[i] : view.data16()[i];
  };
  if (length > 0 && at(length - 1) == '=') --length;
  if (length > 1 && at(length - 1) == '=') --length;
  return length / 4 * 3 + (length % 4) * 3 / 4;
}

struct Label {
  std::string_view name;
  Encoding encoding;
};
constexpr Label kLabels[] = {
    {"utf8", Encoding::kUtf8},       {"utf-8", Encoding::kUtf8},
    {"ucs2", Encoding::kUtf16le},    {"ucs-2", Encoding::kUtf16le},
    {"utf16le", Encoding::kUtf16le}, {"utf-16le", Encoding::kUtf16le},
    {"latin1", Encoding::kLatin1},   {"binary", Encoding::kLatin1},
    {"ascii", Encoding::kAscii},     {"hex", Encoding::kHex},
    {"base64", Encoding::kBase64},   {"base64url", Encoding::kBase64Url},
};

}  // namespace

std::optional<Encoding> ParseEncoding(std::string_view name) {
  auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  for (const Label& label : kLabels) {
    if (std::equal(name.begin(), name.end(), label.name.begin(), label.name.end(), same))
      return label.encoding;
  }
  return std::nullopt;
}

size_t EncodedSize(Js& js, v8::Local<v8::String> text, Encoding encoding) {
  const auto length = static_cast<size_t>(text->Length());
  switch (encoding) {
    case Encoding::kUtf8:
      return Utf8Size(js, text);
    case Encoding::kUtf16le:
      return length * 2;
    case Encoding::kLatin1:
    case Encoding::kAscii:
      return length;
    case Encoding::kHex:
      return length / 2;
    case Encoding::kBase64:
    case Encoding::kBase64Url:
      return Base64Size(js, text);
  }
  return 0;
}

size_t EncodeInto(Js& js, v8::Local<v8::String> text, Encoding encoding, uint8_t* out,
                  size_t capacity, size_t* read) {
  if (read) *read = 0;
  if (capacity == 0 || text->Length() == 0) return 0;
  switch (encoding) {
    case Encoding::kUtf8:
      return WriteUtf8(js, text, out, capacity, read);
    case Encoding::kUtf16le:
      return WriteUtf16le(js, text, out, capacity);
    case Encoding::kLatin1:
    case Encoding::kAscii:
      return WriteLatin1(js, text, out, capacity);
    case Encoding::kHex:
      return WriteHex(js, text, out, capacity);
    case Encoding::kBase64:
    case Encoding::kBase64Url:
      return WriteBase64(js, text, out, capacity);
  }
  return 0;
}

Result<Bytes> Encode(Js& js, v8::Local<v8::String> text, Encoding encoding) {
  Bytes bytes(EncodedSize(js, text, encoding));
  if (!bytes.data())
    return Error::Range("ERR_MEMORY_ALLOCATION_FAILED", "Failed to allocate memory");
  bytes.Shrink(EncodeInto(js, text, encoding, bytes.data(), bytes.size()));
  return bytes;
}

}  // namespace rondo
