// Strings out of and into a Buffer's memory.
#include <simdutf.h>

#include <algorithm>
#include <cstring>

#include "bindings/buffer/buffer.h"

namespace rondo::buffer {
namespace {

enum class Read { kOk, kNegative, kThrew };

// A whole number argument as Node reads it: undefined is `missing`, everything else is converted.
Read ReadIndex(Js& js, v8::Local<v8::Value> value, size_t missing, size_t* out) {
  if (value->IsUint32()) {
    *out = value.As<v8::Uint32>()->Value();
    return Read::kOk;
  }
  if (value->IsUndefined()) {
    *out = missing;
    return Read::kOk;
  }
  int64_t number = 0;
  if (!value->IntegerValue(js.context()).To(&number)) return Read::kThrew;
  if (number < 0) return Read::kNegative;
  *out = static_cast<size_t>(number);
  return Read::kOk;
}

bool Good(Js& js, Read read) {
  if (read == Read::kNegative) js.Throw(Error::Range("ERR_OUT_OF_RANGE", "Index out of range"));
  return read == Read::kOk;
}

// What Write needs of its destination must be the memory itself, and a string to write.
bool ReadString(Js& js, v8::Local<v8::Value> value, v8::Local<v8::String>* out) {
  if (!value->IsString()) {
    js.Throw(Error::Type("ERR_INVALID_ARG_TYPE", "argument must be a string"));
    return false;
  }
  *out = value.As<v8::String>();
  return true;
}

size_t Index(v8::Local<v8::Value> value) {
  return value->IsUint32() ? value.As<v8::Uint32>()->Value()
                           : static_cast<size_t>(value.As<v8::Number>()->Value());
}

Encoding EncodingOf(v8::Local<v8::Value> value) {
  return static_cast<Encoding>(value.As<v8::Int32>()->Value());
}

void Return(const Args& args, v8::MaybeLocal<v8::String> text) {
  v8::Local<v8::String> string;
  if (text.ToLocal(&string)) args.GetReturnValue().Set(string);
}

}  // namespace

bool ReadBytes(Js& js, v8::Local<v8::Value> value, ByteView* out) {
  if (Convert<ByteView>::From(js, value, out)) [[likely]]
    return true;
  js.Throw(Error::Type("ERR_INVALID_ARG_TYPE", "argument must be a buffer"));
  return false;
}

bool Contents::Read(Js& js, v8::Local<v8::Value> value, ByteView* out) {
  if (!value->IsArrayBufferView()) [[unlikely]]
    return ReadBytes(js, value, out);
  v8::MemorySpan<uint8_t> span =
      value.As<v8::ArrayBufferView>()->GetContents({storage_, sizeof storage_});
  *out = {span.data(), span.size()};
  copied_ = span.data() == storage_;
  return true;
}

template <Encoding E>
void Slice(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  Contents contents;
  ByteView bytes;
  if (!contents.Read(js, args.This(), &bytes)) return;
  if (bytes.size == 0) return args.GetReturnValue().SetEmptyString();
  size_t start = 0;
  size_t end = 0;
  if (!Good(js, ReadIndex(js, args[0], 0, &start)) ||
      !Good(js, ReadIndex(js, args[1], bytes.size, &end)))
    return;
  end = std::max(start, end);
  if (end > bytes.size) return js.Throw(Error::Range("ERR_OUT_OF_RANGE", "Index out of range"));
  Return(args, Decode(js, bytes.data + start, end - start, E));
}

template <Encoding E>
void Write(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  v8::Local<v8::String> text;
  if (!ReadBytes(js, args.This(), &bytes) || !ReadString(js, args[0], &text)) return;
  size_t offset = 0;
  size_t length = 0;
  if (!Good(js, ReadIndex(js, args[1], 0, &offset))) return;
  if (offset > bytes.size) {
    return js.Throw(
        Error::Range("ERR_BUFFER_OUT_OF_BOUNDS", "\"offset\" is outside of buffer bounds"));
  }
  if (!Good(js, ReadIndex(js, args[2], bytes.size - offset, &length))) return;
  length = std::min(length, bytes.size - offset);
  const size_t written = EncodeInto(js, text, E, bytes.data + offset, length);
  args.GetReturnValue().Set(static_cast<double>(written));
}

#define RONDO_BUFFER_TEXT(E)                          \
  template void Slice<Encoding::E>(const Args& args); \
  template void Write<Encoding::E>(const Args& args);
RONDO_BUFFER_TEXT(kUtf8)
RONDO_BUFFER_TEXT(kUtf16le)
RONDO_BUFFER_TEXT(kLatin1)
RONDO_BUFFER_TEXT(kAscii)
RONDO_BUFFER_TEXT(kHex)
RONDO_BUFFER_TEXT(kBase64)
RONDO_BUFFER_TEXT(kBase64Url)
#undef RONDO_BUFFER_TEXT

void DecodeRange(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  Contents contents;
  ByteView bytes;
  if (!contents.Read(js, args[0], &bytes)) return;
  const size_t end = std::min(Index(args[3]), bytes.size);
  const size_t start = std::min(Index(args[2]), end);
  Return(args, Decode(js, bytes.data + start, end - start, EncodingOf(args[1])));
}

void EncodeAt(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  v8::Local<v8::String> text;
  if (!ReadBytes(js, args[0], &bytes) || !ReadString(js, args[1], &text)) return;
  const size_t offset = std::min(Index(args[3]), bytes.size);
  const size_t capacity = std::min(Index(args[4]), bytes.size - offset);
  const size_t written = EncodeInto(js, text, EncodingOf(args[2]), bytes.data + offset, capacity);
  args.GetReturnValue().Set(static_cast<double>(written));
}

template <Encoding E>
void WriteAt(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  v8::Local<v8::String> text;
  if (!ReadBytes(js, args[0], &bytes) || !ReadString(js, args[1], &text)) return;
  const size_t offset = std::min(Index(args[2]), bytes.size);
  const size_t capacity = std::min(Index(args[3]), bytes.size - offset);
  args.GetReturnValue().Set(
      static_cast<double>(EncodeInto(js, text, E, bytes.data + offset, capacity)));
}

template <Encoding E>
double FastWriteAt(Value, Value view, FastString text, double offset, double capacity,
                   FastOptions options) {
  v8::HandleScope scope(options.isolate);
  Js& js = Js::From(options.isolate);
  const char* in = text.data;
  size_t length = text.length;
  Contents contents;
  ByteView bytes;
  if (!contents.Read(js, view, &bytes)) return 0;
  char copy[sizeof contents];
  if (contents.copied()) {
    // Bytes on V8's heap get memory of their own now, which may move the text.
    length = std::min(length, sizeof copy);
    std::memcpy(copy, in, length);
    in = copy;
    if (!ReadBytes(js, view, &bytes)) return 0;
  }
  const size_t start = std::min(static_cast<size_t>(offset), bytes.size);
  const size_t room = std::min(static_cast<size_t>(capacity), bytes.size - start);
  char* out = reinterpret_cast<char*>(bytes.data + start);
  if constexpr (E == Encoding::kUtf8) {
    return static_cast<double>(simdutf::convert_latin1_to_utf8_safe(in, length, out, room));
  } else {
    length = std::min(length, room);
    std::memcpy(out, in, length);
    return static_cast<double>(length);
  }
}

template void WriteAt<Encoding::kUtf8>(const Args& args);
template void WriteAt<Encoding::kLatin1>(const Args& args);
template double FastWriteAt<Encoding::kUtf8>(Value, Value, FastString, double, double, FastOptions);
template double FastWriteAt<Encoding::kLatin1>(Value, Value, FastString, double, double,
                                               FastOptions);

void ByteLength(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  v8::Local<v8::String> text;
  if (!ReadString(js, args[0], &text)) return;
  args.GetReturnValue().Set(static_cast<double>(EncodedSize(js, text, EncodingOf(args[1]))));
}

void ByteLengthUtf8(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  v8::Local<v8::String> text;
  if (!ReadString(js, args[0], &text)) return;
  args.GetReturnValue().Set(static_cast<double>(EncodedSize(js, text, Encoding::kUtf8)));
}

double FastByteLengthUtf8(Value, FastString text, FastOptions) {
  return static_cast<double>(simdutf::utf8_length_from_latin1(text.data, text.length));
}

void EncodeNew(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  v8::Local<v8::String> text;
  if (!ReadString(js, args[0], &text)) return;
  const Encoding encoding = EncodingOf(args[1]);
  const size_t most = EncodedSize(js, text, encoding);
  v8::Local<v8::ArrayBuffer> buffer;
  if (!v8::ArrayBuffer::MaybeNew(js.isolate(), most,
                                 v8::BackingStoreInitializationMode::kUninitialized)
           .ToLocal(&buffer)) {
    return js.Throw(Error::Range("", "Array buffer allocation failed"));
  }
  const size_t size = EncodeInto(js, text, encoding, static_cast<uint8_t*>(buffer->Data()), most);
  args.GetReturnValue().Set(v8::Uint8Array::New(buffer, 0, size));
}

}  // namespace rondo::buffer
