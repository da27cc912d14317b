// Bytes to JavaScript strings. See encoding.h.
#include <simdutf.h>

#include <array>
#include <cstring>
#include <memory>

#include "runtime/js/encoding.h"

namespace rondo {
namespace {

using MaybeString = v8::MaybeLocal<v8::String>;

// From this many bytes on, text that had to be made in a buffer of our own keeps that buffer (an
// external string) instead of being copied onto V8's heap.
constexpr size_t kExternalFrom = 512 * 1024;

class OwnedOneByte final : public v8::String::ExternalOneByteStringResource {
 public:
  OwnedOneByte(char* data, size_t size) : data_(data), size_(size) {}
  ~OwnedOneByte() override { std::free(data_); }
  const char* data() const override { return data_; }
  size_t length() const override { return size_; }

 private:
  char* data_;
  size_t size_;
};

class OwnedTwoByte final : public v8::String::ExternalStringResource {
 public:
  OwnedTwoByte(uint16_t* data, size_t size) : data_(data), size_(size) {}
  ~OwnedTwoByte() override { std::free(data_); }
  const uint16_t* data() const override { return data_; }
  size_t length() const override { return size_; }

 private:
  uint16_t* data_;
  size_t size_;
};

MaybeString TooLong(Js& js) {
  js.Throw(StringTooLong());
  return {};
}

MaybeString OneByte(Js& js, const void* data, size_t size) {
  if (size > v8::String::kMaxLength) return TooLong(js);
  return v8::String::NewFromOneByte(js.isolate(), static_cast<const uint8_t*>(data),
                                    v8::NewStringType::kNormal, static_cast<int>(size));
}

MaybeString TwoByte(Js& js, const uint16_t* data, size_t units) {
  if (units > v8::String::kMaxLength) return TooLong(js);
  return v8::String::NewFromTwoByte(js.isolate(), data, v8::NewStringType::kNormal,
                                    static_cast<int>(units));
}

// Memory for text under construction: on the stack when short. `Take` turns the first `count` units
// into a string.
template <class Unit>
class Scratch {
 public:
  explicit Scratch(size_t units) {
    if (units > kInline) data_ = heap_ = static_cast<Unit*>(std::malloc(units * sizeof(Unit)));
  }
  ~Scratch() { std::free(heap_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Unit* data() { return data_; }

  MaybeString Take(Js& js, size_t count) {
    if (count > v8::String::kMaxLength) return TooLong(js);
    if (!heap_ || count * sizeof(Unit) < kExternalFrom) {
      if constexpr (sizeof(Unit) == 1)
        return OneByte(js, data_, count);
      else
        return TwoByte(js, reinterpret_cast<const uint16_t*>(data_), count);
    }
    Unit* owned = std::exchange(heap_, nullptr);
    // What was reserved for the longest text goes back.
    if (void* exact = std::realloc(owned, count * sizeof(Unit))) owned = static_cast<Unit*>(exact);
    if constexpr (sizeof(Unit) == 1) {
      return v8::String::NewExternalOneByte(js.isolate(), new OwnedOneByte(owned, count));
    } else {
      return v8::String::NewExternalTwoByte(
          js.isolate(), new OwnedTwoByte(reinterpret_cast<uint16_t*>(owned), count));
    }
  }

 private:
  static constexpr size_t kInline = 4096 / sizeof(Unit);
  std::array<Unit, kInline> inline_;  // uninitialised
  Unit* heap_ = nullptr;
  Unit* data_ = inline_.data();
};

// No memory for the text: the same answer as for a text too long.
template <class Unit>
bool Failed(Scratch<Unit>& scratch) {
  return scratch.data() == nullptr;
}

// `ascii` bytes at the front are known to be ASCII, and the byte after them is not.
MaybeString NonAsciiUtf8(Js& js, const char* data, size_t size, size_t ascii) {
  {
    // Nearly every text beyond ASCII leaves Latin-1 early or not at all; a lead byte above 0xC3
    // does.
    const auto lead = static_cast<uint8_t>(data[ascii]);
    if (lead == 0xc2 || lead == 0xc3) {
      Scratch<char> latin1(size);
      if (Failed(latin1)) return TooLong(js);
      if (size_t length = simdutf::convert_utf8_to_latin1(data, size, latin1.data()))
        return latin1.Take(js, length);
    }
  }
  Scratch<char16_t> utf16(size);
  if (Failed(utf16)) return TooLong(js);
  if (size_t length = simdutf::convert_utf8_to_utf16le(data, size, utf16.data()))
    return utf16.Take(js, length);
  // Malformed: V8 replaces as the Encoding Standard wants it. It takes no more than an int of
  // bytes.
  if (size > v8::String::kMaxLength) return TooLong(js);
  return v8::String::NewFromUtf8(js.isolate(), data, v8::NewStringType::kNormal,
                                 static_cast<int>(size));
}

MaybeString FromUtf8(Js& js, const char* data, size_t size) {
  simdutf::result ascii = simdutf::validate_ascii_with_errors(data, size);
  if (ascii.error == simdutf::SUCCESS) [[likely]]
    return OneByte(js, data, size);
  return NonAsciiUtf8(js, data, size, ascii.count);
}

MaybeString FromUtf16le(Js& js, const uint8_t* data, size_t size) {
  const size_t units = size / 2;
  if (reinterpret_cast<uintptr_t>(data) % alignof(uint16_t) == 0) {
    return TwoByte(js, reinterpret_cast<const uint16_t*>(data), units);
  }
  if (units > v8::String::kMaxLength) return TooLong(js);
  Scratch<char16_t> aligned(units);
  if (Failed(aligned)) return TooLong(js);
  std::memcpy(aligned.data(), data, units * 2);
  return TwoByte(js, reinterpret_cast<const uint16_t*>(aligned.data()), units);
}

MaybeString FromAscii(Js& js, const uint8_t* data, size_t size) {
  if (simdutf::validate_ascii(reinterpret_cast<const char*>(data), size))
    return OneByte(js, data, size);
  if (size > v8::String::kMaxLength) return TooLong(js);
  Scratch<char> masked(size);
  if (Failed(masked)) return TooLong(js);
  for (size_t i = 0; i < size; ++i) masked.data()[i] = static_cast<char>(data[i] & 0x7f);
  return masked.Take(js, size);
}

constexpr auto kHexPairs = [] {
  std::array<std::array<char, 2>, 256> pairs{};
  for (int i = 0; i < 256; ++i) pairs[i] = {"0123456789abcdef"[i >> 4], "0123456789abcdef"[i & 15]};
  return pairs;
}();

MaybeString ToHex(Js& js, const uint8_t* data, size_t size) {
  if (size > v8::String::kMaxLength / 2) return TooLong(js);
  Scratch<char> text(size * 2);
  if (Failed(text)) return TooLong(js);
  char* out = text.data();
  for (size_t i = 0; i < size; ++i, out += 2) std::memcpy(out, kHexPairs[data[i]].data(), 2);
  return text.Take(js, size * 2);
}

MaybeString ToBase64(Js& js, const uint8_t* data, size_t size, simdutf::base64_options options) {
  const size_t length = simdutf::base64_length_from_binary(size, options);
  if (length > v8::String::kMaxLength) return TooLong(js);
  Scratch<char> text(length);
  if (Failed(text)) return TooLong(js);
  const size_t written =
      simdutf::binary_to_base64(reinterpret_cast<const char*>(data), size, text.data(), options);
  return text.Take(js, written);
}

}  // namespace

Error StringTooLong() {
  return Error::Plain("ERR_STRING_TOO_LONG",
                      "Cannot create a string longer than 0x1fffffe8 characters");
}
static_assert(v8::String::kMaxLength == 0x1fffffe8);

MaybeString Decode(Js& js, const void* data, size_t size, Encoding encoding) {
  if (size == 0) return v8::String::Empty(js.isolate());
  const auto* bytes = static_cast<const uint8_t*>(data);
  switch (encoding) {
    case Encoding::kUtf8:
      return FromUtf8(js, static_cast<const char*>(data), size);
    case Encoding::kUtf16le:
      return FromUtf16le(js, bytes, size);
    case Encoding::kLatin1:
      return OneByte(js, data, size);
    case Encoding::kAscii:
      return FromAscii(js, bytes, size);
    case Encoding::kHex:
      return ToHex(js, bytes, size);
    case Encoding::kBase64:
      return ToBase64(js, bytes, size, simdutf::base64_default);
    case Encoding::kBase64Url:
      return ToBase64(js, bytes, size, simdutf::base64_url);
  }
  return v8::String::Empty(js.isolate());
}

Result<v8::Local<v8::String>> DecodeResult(Js& js, const void* data, size_t size,
                                           Encoding encoding) {
  v8::Local<v8::String> text;
  if (!Decode(js, data, size, encoding).ToLocal(&text)) return Error::Pending();
  return text;
}

}  // namespace rondo
