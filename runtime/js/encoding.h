// Between bytes and JavaScript strings, in the encodings that Buffer knows.
#ifndef RONDO_JS_ENCODING_H_
#define RONDO_JS_ENCODING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/js/bytes.h"
#include "runtime/js/js.h"

namespace rondo {

// The numbers are those that lib/internal/buffer/encodings.ts gives to C++.
enum class Encoding : int32_t {
  kUtf8 = 0,
  kUtf16le = 1,
  kLatin1 = 2,
  kAscii = 3,
  kHex = 4,
  kBase64 = 5,
  kBase64Url = 6,
};

// "UTF-8", "utf8", "ucs2", "binary" ...: every spelling that Buffer accepts, in any case.
std::optional<Encoding> ParseEncoding(std::string_view name);

// ---- bytes to string ----

// Bytes as a string. Malformed UTF-8 becomes U+FFFD as the WHATWG Encoding Standard says; Latin-1
// text of any source encoding makes a one-byte string. Empty, with ERR_STRING_TOO_LONG pending,
// when the string would be longer than V8 allows.
v8::MaybeLocal<v8::String> Decode(Js& js, const void* data, size_t size, Encoding encoding);

// The same as a Result, for functions of a binding table.
Result<v8::Local<v8::String>> DecodeResult(Js& js, const void* data, size_t size,
                                           Encoding encoding);

// "Cannot create a string longer than ..." (ERR_STRING_TOO_LONG).
Error StringTooLong();

// ---- string to bytes ----

// How many bytes `text` takes: exact for the UTFs, Latin-1 and ASCII; for hex and base64 what a
// well-formed text would take, which is never less than what Encode gives.
size_t EncodedSize(Js& js, v8::Local<v8::String> text, Encoding encoding);

// Writes as much of `text` as fits into `capacity` bytes, whole characters only, and returns the
// number of bytes written. `read`, when given, is set to the number of UTF-16 code units consumed
// (UTF-8 only). Lone surrogates become U+FFFD in UTF-8. Hex ends at the first pair that is none;
// base64 skips what is not of its alphabet (both alphabets are taken) and ends at the first '='.
size_t EncodeInto(Js& js, v8::Local<v8::String> text, Encoding encoding, uint8_t* out,
                  size_t capacity, size_t* read = nullptr);

// A string's bytes, in memory of their own. Fails when there is not enough memory.
Result<Bytes> Encode(Js& js, v8::Local<v8::String> text, Encoding encoding);

}  // namespace rondo

#endif  // RONDO_JS_ENCODING_H_
