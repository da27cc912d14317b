// Comparing, copying, filling and searching a Buffer's memory.
#include <simdutf.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "bindings/buffer/buffer.h"

namespace rondo::buffer {
namespace {

double Number(v8::Local<v8::Value> value) { return value.As<v8::Number>()->Value(); }

size_t Index(v8::Local<v8::Value> value) {
  return value->IsUint32() ? value.As<v8::Uint32>()->Value()
                           : static_cast<size_t>(value.As<v8::Number>()->Value());
}

int32_t Order(const uint8_t* a, size_t a_size, const uint8_t* b, size_t b_size) {
  const size_t common = std::min(a_size, b_size);
  const int order = common ? std::memcmp(a, b, common) : 0;
  if (order != 0) return order < 0 ? -1 : 1;
  return a_size < b_size ? -1 : a_size > b_size ? 1 : 0;
}

ByteView Range(ByteView bytes, v8::Local<v8::Value> from, v8::Local<v8::Value> to) {
  const size_t end = std::min(Index(to), bytes.size);
  const size_t start = std::min(Index(from), end);
  return {bytes.data + start, end - start};
}

constexpr double kAbsent = -1;

double FindForward(ByteView bytes, std::string_view needle, size_t start) {
  if (start > bytes.size || needle.size() > bytes.size - start) return kAbsent;
  const uint8_t* at = bytes.data + start;
  const uint8_t* end = bytes.data + bytes.size;
  // The first byte alone is found quickest; when it is a common one, memmem's cleverer search takes
  // over.
  for (int tries = 0; tries < 16; ++tries) {
    at = static_cast<const uint8_t*>(std::memchr(at, needle[0], end - at - needle.size() + 1));
    if (!at) return kAbsent;
    if (std::memcmp(at, needle.data(), needle.size()) == 0)
      return static_cast<double>(at - bytes.data);
    if (static_cast<size_t>(end - ++at) < needle.size()) return kAbsent;
  }
  const void* found = memmem(at, end - at, needle.data(), needle.size());
  return found ? static_cast<double>(static_cast<const uint8_t*>(found) - bytes.data) : kAbsent;
}

// The last match that begins at `start` or before.
double FindBackward(ByteView bytes, std::string_view needle, size_t start) {
  if (needle.size() > bytes.size) return kAbsent;
  size_t at = std::min(start, bytes.size - needle.size());
  for (;;) {
    const void* found = memrchr(bytes.data, needle[0], at + 1);
    if (!found) return kAbsent;
    at = static_cast<const uint8_t*>(found) - bytes.data;
    if (std::memcmp(bytes.data + at, needle.data(), needle.size()) == 0)
      return static_cast<double>(at);
    if (at-- == 0) return kAbsent;
  }
}

// Matches of UTF-16 text begin at even offsets.
double FindWide(ByteView bytes, std::string_view needle, size_t start, bool forward) {
  needle = needle.substr(0, needle.size() & ~size_t{1});
  if (needle.size() > bytes.size || needle.empty()) return kAbsent;
  const size_t last = (bytes.size - needle.size()) & ~size_t{1};
  if (!forward) {
    for (size_t at = std::min(start & ~size_t{1}, last) + 2; at >= 2;) {
      at -= 2;
      if (std::memcmp(bytes.data + at, needle.data(), needle.size()) == 0)
        return static_cast<double>(at);
    }
    return kAbsent;
  }
  if (start > bytes.size - needle.size()) return kAbsent;
  for (size_t at = start & ~size_t{1}; at <= last;) {
    const double found = FindForward(bytes, needle, at);
    if (found == kAbsent || static_cast<size_t>(found) % 2 == 0) return found;
    at = static_cast<size_t>(found) + 1;
  }
  return kAbsent;
}

double Find(ByteView bytes, std::string_view needle, size_t start, bool forward, bool wide) {
  if (needle.empty() || bytes.size == 0) return kAbsent;
  if (wide) return FindWide(bytes, needle, start, forward);
  return forward ? FindForward(bytes, needle, start) : FindBackward(bytes, needle, start);
}

// A string's bytes for the length of a call, on the stack when few.
class Encoded {
 public:
  Encoded(Js& js, v8::Local<v8::String> text, Encoding encoding) {
    const size_t most = EncodedSize(js, text, encoding);
    if (most > sizeof small_) {
      large_.resize(most);
      data_ = large_.data();
    }
    size_ = EncodeInto(js, text, encoding, reinterpret_cast<uint8_t*>(data_), most);
  }
  std::string_view view() const { return {data_, size_}; }

 private:
  char small_[256];
  std::string large_;
  char* data_ = small_;
  size_t size_;
};

void Repeat(ByteView range, std::string_view pattern) {
  size_t done = std::min(pattern.size(), range.size);
  std::memmove(range.data, pattern.data(), done);
  // What stands there already is the pattern: copy it, twice as much each time.
  while (done < range.size) {
    const size_t more = std::min(done, range.size - done);
    std::memcpy(range.data + done, range.data, more);
    done += more;
  }
}

void Move(ByteView source, ByteView target, double target_start, double source_start, double most) {
  const size_t to = std::min(static_cast<size_t>(target_start), target.size);
  const size_t from = std::min(static_cast<size_t>(source_start), source.size);
  const size_t count = std::min({static_cast<size_t>(most), target.size - to, source.size - from});
  if (count) std::memmove(target.data + to, source.data + from, count);
}

double FindByte(ByteView bytes, int32_t byte, double start, bool forward) {
  const char needle = static_cast<char>(byte);
  return Find(bytes, {&needle, 1}, static_cast<size_t>(start), forward, false);
}

template <size_t N>
void SwapUnits(ByteView bytes) {
  if (N == 2 && reinterpret_cast<uintptr_t>(bytes.data) % 2 == 0) {
    auto* units = reinterpret_cast<char16_t*>(bytes.data);
    simdutf::change_endianness_utf16(units, bytes.size / 2, units);
    return;
  }
  using Unit = std::conditional_t<N == 2, uint16_t, std::conditional_t<N == 4, uint32_t, uint64_t>>;
  for (size_t i = 0; i + N <= bytes.size; i += N) {
    Unit unit;
    std::memcpy(&unit, bytes.data + i, N);
    if constexpr (N == 2) unit = __builtin_bswap16(unit);
    if constexpr (N == 4) unit = __builtin_bswap32(unit);
    if constexpr (N == 8) unit = __builtin_bswap64(unit);
    std::memcpy(bytes.data + i, &unit, N);
  }
}

}  // namespace

void Compare(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView a, b;
  if (!ReadBytes(js, args[0], &a) || !ReadBytes(js, args[1], &b)) return;
  args.GetReturnValue().Set(Order(a.data, a.size, b.data, b.size));
}

int32_t FastCompare(Value, Value a, Value b, FastOptions options) {
  v8::HandleScope scope(options.isolate);
  Js& js = Js::From(options.isolate);
  Contents a_contents, b_contents;
  ByteView a_bytes, b_bytes;
  if (!a_contents.Read(js, a, &a_bytes) || !b_contents.Read(js, b, &b_bytes)) return 0;
  return Order(a_bytes.data, a_bytes.size, b_bytes.data, b_bytes.size);
}

void CompareRange(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView a, b;
  if (!ReadBytes(js, args[0], &a) || !ReadBytes(js, args[1], &b)) return;
  a = Range(a, args[2], args[3]);
  b = Range(b, args[4], args[5]);
  args.GetReturnValue().Set(Order(a.data, a.size, b.data, b.size));
}

void Copy(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView source, target;
  if (!ReadBytes(js, args[0], &source) || !ReadBytes(js, args[1], &target)) return;
  Move(source, target, Number(args[2]), Number(args[3]), Number(args[4]));
}

void FastCopy(Value, Value source, Value target, double to, double from, double count,
              FastOptions options) {
  v8::HandleScope scope(options.isolate);
  Js& js = Js::From(options.isolate);
  Contents source_contents, target_contents;
  ByteView source_bytes, target_bytes;
  if (!target_contents.Read(js, target, &target_bytes)) return;
  if (target_contents.copied() && !ReadBytes(js, target, &target_bytes)) return;
  if (!source_contents.Read(js, source, &source_bytes)) return;
  Move(source_bytes, target_bytes, to, from, count);
}

void FillBytes(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes, pattern;
  if (!ReadBytes(js, args[0], &bytes) || !ReadBytes(js, args[1], &pattern)) return;
  const ByteView range = Range(bytes, args[2], args[3]);
  if (range.size > 0 && pattern.size > 0) Repeat(range, pattern.text());
}

void FillString(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  if (!ReadBytes(js, args[0], &bytes)) return;
  const Encoded pattern(js, args[1].As<v8::String>(),
                        static_cast<Encoding>(args[2].As<v8::Int32>()->Value()));
  const ByteView range = Range(bytes, args[3], args[4]);
  args.GetReturnValue().Set(!pattern.view().empty());
  if (range.size > 0 && !pattern.view().empty()) Repeat(range, pattern.view());
}

void IndexOfBytes(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes, needle;
  if (!ReadBytes(js, args[0], &bytes) || !ReadBytes(js, args[1], &needle)) return;
  args.GetReturnValue().Set(
      Find(bytes, needle.text(), Index(args[2]), args[3]->IsTrue(), args[4]->IsTrue()));
}

void IndexOfString(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  if (!ReadBytes(js, args[0], &bytes)) return;
  const auto encoding = static_cast<Encoding>(args[3].As<v8::Int32>()->Value());
  const Encoded needle(js, args[1].As<v8::String>(), encoding);
  args.GetReturnValue().Set(Find(bytes, needle.view(), Index(args[2]), args[4]->IsTrue(),
                                 encoding == Encoding::kUtf16le));
}

void IndexOfByte(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  if (!ReadBytes(js, args[0], &bytes)) return;
  args.GetReturnValue().Set(
      FindByte(bytes, args[1].As<v8::Int32>()->Value(), Number(args[2]), args[3]->IsTrue()));
}

double FastIndexOfByte(Value, Value view, int32_t byte, double start, bool forward,
                       FastOptions options) {
  v8::HandleScope scope(options.isolate);
  Contents contents;
  ByteView bytes;
  if (!contents.Read(Js::From(options.isolate), view, &bytes)) return kAbsent;
  return FindByte(bytes, byte, start, forward);
}

void Swap(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  if (!ReadBytes(js, args[0], &bytes)) return;
  switch (args[1].As<v8::Int32>()->Value()) {
    case 2:
      return SwapUnits<2>(bytes);
    case 4:
      return SwapUnits<4>(bytes);
    default:
      return SwapUnits<8>(bytes);
  }
}

}  // namespace rondo::buffer
