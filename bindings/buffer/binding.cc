// The table of binding:buffer, and what is neither text nor memory: allocation, validation, the
// web's base64.
#include <simdutf.h>

#include <cstring>
#include <optional>
#include <string>

#include "bindings/all.h"
#include "bindings/buffer/buffer.h"

namespace rondo {
namespace buffer {
namespace {

// Makes `prototype` that of every Buffer that C++ hands out.
void SetPrototype(Js& js, v8::Local<v8::Object> prototype) { js.SetBufferPrototype(prototype); }

// An ArrayBuffer whose memory is not cleared.
Result<v8::Local<v8::Value>> CreateUnsafe(Js& js, double size) {
  v8::Local<v8::ArrayBuffer> buffer;
  if (v8::ArrayBuffer::MaybeNew(js.isolate(), static_cast<size_t>(size),
                                v8::BackingStoreInitializationMode::kUninitialized)
          .ToLocal(&buffer)) {
    return v8::Local<v8::Value>(buffer);
  }
  return Error::Range("", "Array buffer allocation failed");
}

Result<v8::Local<v8::Value>> Latin1(Js& js, const Bytes& bytes, size_t size) {
  Result<v8::Local<v8::String>> text = DecodeResult(js, bytes.data(), size, Encoding::kLatin1);
  if (!text.ok()) return text.error();
  return v8::Local<v8::Value>(text.value());
}

bool IsUtf8(ByteView bytes) { return simdutf::validate_utf8(bytes.text().data(), bytes.size); }
bool IsAscii(ByteView bytes) { return simdutf::validate_ascii(bytes.text().data(), bytes.size); }

// The base64 text of a binary string; undefined when a character is above U+00FF.
Result<v8::Local<v8::Value>> Btoa(Js& js, v8::Local<v8::String> binary) {
  if (!binary->ContainsOnlyOneByte()) return js.Undefined();
  const auto length = static_cast<size_t>(binary->Length());
  Bytes narrowed;
  std::optional<v8::String::ValueView> view;
  const char* in;
  if (binary->IsOneByte()) {
    view.emplace(js.isolate(), binary);
    in = reinterpret_cast<const char*>(view->data8());
  } else {
    narrowed = Bytes(length);
    if (!narrowed.data()) return StringTooLong();
    binary->WriteOneByteV2(js.isolate(), 0, length, narrowed.data());
    in = narrowed.text().data();
  }
  Bytes text(simdutf::base64_length_from_binary(length));
  if (!text.data()) return StringTooLong();
  const size_t size = simdutf::binary_to_base64(in, length, reinterpret_cast<char*>(text.data()));
  view.reset();  // before V8 allocates
  return Latin1(js, text, size);
}

// The binary string of a base64 text, by the "forgiving-base64 decode" of the WHATWG Infra
// Standard; undefined when a character is wrong, null when the number of characters is.
Result<v8::Local<v8::Value>> Atob(Js& js, v8::Local<v8::String> text) {
  Bytes binary;
  simdutf::result result;
  {
    v8::String::ValueView view(js.isolate(), text);
    auto decode = [&](const auto* in) {
      binary = Bytes(simdutf::maximal_binary_length_from_base64(in, view.length()));
      if (!binary.data()) return;
      result = simdutf::base64_to_binary(in, view.length(), reinterpret_cast<char*>(binary.data()),
                                         simdutf::base64_default, simdutf::loose);
    };
    if (view.is_one_byte()) {
      decode(reinterpret_cast<const char*>(view.data8()));
    } else {
      decode(reinterpret_cast<const char16_t*>(view.data16()));
    }
  }
  if (!binary.data()) return StringTooLong();
  if (result.error == simdutf::BASE64_INPUT_REMAINDER) return js.Null();
  if (result.error != simdutf::SUCCESS) return js.Undefined();
  return Latin1(js, binary, result.count);
}

}  // namespace

constexpr FixedString kSliceTs = "(start?: number, end?: number): string";
constexpr FixedString kWriteTs = "(string: string, offset?: number, length?: number): number";

}  // namespace buffer

constinit const BindingSpec kBufferBinding = Binding<
    "buffer", Fn<"setPrototype", &buffer::SetPrototype, "prototype">,
    Fn<"createUnsafe", &buffer::CreateUnsafe, "size">,
    RawFn<"asciiSlice", &buffer::Slice<Encoding::kAscii>, buffer::kSliceTs, 2>,
    RawFn<"base64Slice", &buffer::Slice<Encoding::kBase64>, buffer::kSliceTs, 2>,
    RawFn<"base64urlSlice", &buffer::Slice<Encoding::kBase64Url>, buffer::kSliceTs, 2>,
    RawFn<"latin1Slice", &buffer::Slice<Encoding::kLatin1>, buffer::kSliceTs, 2>,
    RawFn<"hexSlice", &buffer::Slice<Encoding::kHex>, buffer::kSliceTs, 2>,
    RawFn<"ucs2Slice", &buffer::Slice<Encoding::kUtf16le>, buffer::kSliceTs, 2>,
    RawFn<"utf8Slice", &buffer::Slice<Encoding::kUtf8>, buffer::kSliceTs, 2>,
    RawFn<"base64Write", &buffer::Write<Encoding::kBase64>, buffer::kWriteTs, 3>,
    RawFn<"base64urlWrite", &buffer::Write<Encoding::kBase64Url>, buffer::kWriteTs, 3>,
    RawFn<"asciiWrite", &buffer::Write<Encoding::kAscii>, buffer::kWriteTs, 3>,
    RawFn<"latin1Write", &buffer::Write<Encoding::kLatin1>, buffer::kWriteTs, 3>,
    RawFn<"hexWrite", &buffer::Write<Encoding::kHex>, buffer::kWriteTs, 3>,
    RawFn<"ucs2Write", &buffer::Write<Encoding::kUtf16le>, buffer::kWriteTs, 3>,
    RawFn<"utf8Write", &buffer::Write<Encoding::kUtf8>, buffer::kWriteTs, 3>,
    RawFn<"decode", &buffer::DecodeRange,
          "(view: ArrayBufferView | ArrayBufferLike, encoding: number, start: number, end: "
          "number): string",
          4>,
    RawFn<"encodeInto", &buffer::EncodeAt,
          "(view: ArrayBufferView, string: string, encoding: number, offset: number, capacity: "
          "number): number",
          5>,
    FastRawFn<"writeUtf8", &buffer::WriteAt<Encoding::kUtf8>, &buffer::FastWriteAt<Encoding::kUtf8>,
              "(view: ArrayBufferView, string: string, offset: number, capacity: number): number",
              4>,
    FastRawFn<
        "writeLatin1", &buffer::WriteAt<Encoding::kLatin1>, &buffer::FastWriteAt<Encoding::kLatin1>,
        "(view: ArrayBufferView, string: string, offset: number, capacity: number): number", 4>,
    RawFn<"encode", &buffer::EncodeNew,
          "(string: string, encoding: number): Uint8Array<ArrayBuffer>", 2>,
    RawFn<"byteLength", &buffer::ByteLength, "(string: string, encoding: number): number", 2>,
    FastRawFn<"byteLengthUtf8", &buffer::ByteLengthUtf8, &buffer::FastByteLengthUtf8,
              "(string: string): number", 1>,
    FastRawFn<"compare", &buffer::Compare, &buffer::FastCompare,
              "(a: Uint8Array, b: Uint8Array): -1 | 0 | 1", 2>,
    RawFn<"compareRange", &buffer::CompareRange,
          "(a: Uint8Array, b: Uint8Array, aStart: number, aEnd: number, bStart: number, bEnd: "
          "number): -1 | 0 | 1",
          6>,
    FastRawFn<"copy", &buffer::Copy, &buffer::FastCopy,
              "(source: ArrayBufferView, target: ArrayBufferView, targetStart: number, "
              "sourceStart: number, "
              "count: number): void",
              5>,
    RawFn<"fillBytes", &buffer::FillBytes,
          "(view: ArrayBufferView, pattern: ArrayBufferView, start: number, end: number): void", 4>,
    RawFn<"fillString", &buffer::FillString,
          "(view: ArrayBufferView, string: string, encoding: number, start: number, end: number): "
          "boolean",
          5>,
    RawFn<"indexOfBytes", &buffer::IndexOfBytes,
          "(view: ArrayBufferView, needle: ArrayBufferView, start: number, forward: boolean, wide: "
          "boolean): number",
          5>,
    RawFn<"indexOfString", &buffer::IndexOfString,
          "(view: ArrayBufferView, needle: string, start: number, encoding: number, forward: "
          "boolean): number",
          5>,
    FastRawFn<"indexOfByte", &buffer::IndexOfByte, &buffer::FastIndexOfByte,
              "(view: ArrayBufferView, byte: number, start: number, forward: boolean): number", 4>,
    RawFn<"swap", &buffer::Swap, "(view: ArrayBufferView, unit: number): void", 2>,
    Fn<"isUtf8", &buffer::IsUtf8, "input">, Fn<"isAscii", &buffer::IsAscii, "input">,
    Fn<"atob", &buffer::Atob, "data">, Fn<"btoa", &buffer::Btoa, "data">,
    Const<"MAX_LENGTH", v8::Uint8Array::kMaxLength>,
    Const<"MAX_STRING_LENGTH", v8::String::kMaxLength>>;

}  // namespace rondo
