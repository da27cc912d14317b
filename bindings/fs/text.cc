// UTF-8 bytes as what V8 makes strings of: one byte a character where that is enough, else UTF-16.
#include <simdutf.h>

#include <string>

#include "bindings/fs/values.h"
#include "runtime/js/encoding.h"

namespace rondo::fs {
namespace {

Error NoMemory() { return UvError(UV_ENOMEM, "read"); }

// How many bytes at `p` make up one ill-formed sequence, which one U+FFFD stands for: the longest
// start of a well-formed one, and at least one byte (Unicode 15, section 3.9, U+FFFD Substitution
// of Maximal Subparts).
size_t IllFormed(const uint8_t* p, size_t left) {
  uint8_t lead = p[0];
  size_t want = lead >= 0xf0 && lead <= 0xf4  ? 4
                : lead >= 0xe0 && lead < 0xf0 ? 3
                : lead >= 0xc2 && lead < 0xe0 ? 2
                                              : 1;
  if (want == 1 || left < 2) return 1;
  uint8_t low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (p[1] < low || p[1] > high) return 1;
  size_t size = 2;
  while (size < want && size < left && (p[size] & 0xc0) == 0x80) ++size;
  return size;
}

// Writes UTF-16 to `out`, which has room for a unit a byte. Returns the number of units.
size_t DecodeLossy(const char* data, size_t size, char16_t* out) {
  size_t in = 0;
  size_t units = 0;
  while (in < size) {
    simdutf::result result =
        simdutf::convert_utf8_to_utf16le_with_errors(data + in, size - in, out + units);
    if (result.error == simdutf::SUCCESS) return units + result.count;
    size_t good = result.count;
    units += simdutf::convert_valid_utf8_to_utf16le(data + in, good, out + units);
    in += good;
    out[units++] = 0xfffd;
    in += IllFormed(reinterpret_cast<const uint8_t*>(data + in), size - in);
  }
  return units;
}

}  // namespace

Result<FileData> AsciiText(Bytes bytes) {
  if (bytes.size() > v8::String::kMaxLength) return StringTooLong();
  FileData out;
  out.form = FileData::Form::kOneByte;
  out.bytes = std::move(bytes);
  return out;
}

Result<FileData> DecodeUtf8(Bytes bytes) {
  constexpr size_t kMax = v8::String::kMaxLength;
  const char* data = reinterpret_cast<const char*>(bytes.data());
  size_t size = bytes.size();
  if (simdutf::validate_ascii(data, size)) return AsciiText(std::move(bytes));
  FileData out;
  bool valid = simdutf::validate_utf8(data, size);
  if (valid) {
    size_t units = simdutf::utf16_length_from_utf8(data, size);
    if (units > kMax) return StringTooLong();
    Bytes narrow(units);
    if (!narrow.data()) return NoMemory();
    if (simdutf::convert_utf8_to_latin1(data, size, reinterpret_cast<char*>(narrow.data())) ==
        units) {
      out.form = FileData::Form::kOneByte;
      out.bytes = std::move(narrow);
      return out;
    }
  }
  size_t room = valid ? simdutf::utf16_length_from_utf8(data, size) : size;
  Bytes wide(room * 2);
  if (!wide.data()) return NoMemory();
  size_t units = DecodeLossy(data, size, reinterpret_cast<char16_t*>(wide.data()));
  if (units > kMax) return StringTooLong();
  wide.Shrink(units * 2);
  out.form = FileData::Form::kTwoByte;
  out.bytes = std::move(wide);
  return out;
}

}  // namespace rondo::fs
