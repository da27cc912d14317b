// binding:buffer: what Buffer does with memory and strings. The files of this folder share these
// callbacks, which read their arguments themselves because they are called for every other byte
// that a program touches.
#ifndef RONDO_BINDINGS_BUFFER_BUFFER_H_
#define RONDO_BINDINGS_BUFFER_BUFFER_H_

#include "runtime/js/binding.h"
#include "runtime/js/encoding.h"

namespace rondo {

// RawFn with a variant that optimised code calls directly.
template <FixedString Name, v8::FunctionCallback F, auto Fast, FixedString Ts, int Length>
struct FastRawFn : RawFn<Name, F, Ts, Length> {
  static const v8::CFunction& Variant() {
    static const v8::CFunction variant = v8::CFunction::Make(Fast);
    return variant;
  }
  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    InstallFunction(js, target, Name.text, Length, F, &Variant());
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>* out) {
    out->push_back(reinterpret_cast<intptr_t>(F));
    out->push_back(reinterpret_cast<intptr_t>(Variant().GetAddress()));
    out->push_back(reinterpret_cast<intptr_t>(Variant().GetTypeInfo()));
  }
};

}  // namespace rondo

namespace rondo::buffer {

// The arguments of a fast variant: it is chosen only when they have these types. Sizes are doubles,
// as large ones must be.
using Value = v8::Local<v8::Value>;
using FastString = const v8::FastOneByteString&;
using FastOptions = v8::FastApiCallbackOptions&;

using Args = v8::FunctionCallbackInfo<v8::Value>;

// The memory of a Buffer, typed array, DataView, ArrayBuffer or SharedArrayBuffer, valid during the
// call. Throws ERR_INVALID_ARG_TYPE ("argument must be a buffer") and returns false for anything
// else.
bool ReadBytes(Js& js, v8::Local<v8::Value> value, ByteView* out);

// The same for bytes that are only read, and quicker: those that V8 keeps on its heap are copied
// into this object, which has to live as long as the view.
class Contents {
 public:
  // False, with an exception pending, when the value has no bytes.
  bool Read(Js& js, v8::Local<v8::Value> value, ByteView* out);
  // True when the bytes are a copy, so that writing to them would be lost.
  bool copied() const { return copied_; }

 private:
  uint8_t storage_[256];  // V8 keeps at most 64 bytes on its heap
  bool copied_ = false;
};

// this.xSlice(start?, end?): the bytes as a string.
template <Encoding E>
void Slice(const Args& args);
// this.xWrite(string, offset?, length?): the number of bytes written.
template <Encoding E>
void Write(const Args& args);
// decode(view, encoding, start, end): the same as xSlice for an encoding known by number; the range
// must be valid.
void DecodeRange(const Args& args);
// encodeInto(view, string, encoding, offset, capacity): bytes written; the range must be valid.
void EncodeAt(const Args& args);
// writeUtf8(view, string, offset, capacity), writeLatin1(...): the same for the encodings that are
// called most.
template <Encoding E>
void WriteAt(const Args& args);
template <Encoding E>
double FastWriteAt(Value, Value view, FastString text, double offset, double capacity, FastOptions);
// byteLength(string, encoding)
void ByteLength(const Args& args);
// byteLengthUtf8(string)
void ByteLengthUtf8(const Args& args);
double FastByteLengthUtf8(Value, FastString text, FastOptions);
// encode(string, encoding): a Uint8Array of the text's bytes, in memory of its own.
void EncodeNew(const Args& args);

// compare(a, b): -1, 0, 1
void Compare(const Args& args);
int32_t FastCompare(Value, Value a, Value b, FastOptions);
// compareRange(a, b, aStart, aEnd, bStart, bEnd)
void CompareRange(const Args& args);
// copy(source, target, targetStart, sourceStart, count): memmove; the ranges must be valid.
void Copy(const Args& args);
void FastCopy(Value, Value source, Value target, double to, double from, double count, FastOptions);
// fillBytes(view, pattern, start, end): repeats the pattern's bytes; the range must be valid and
// the pattern not empty.
void FillBytes(const Args& args);
// fillString(view, string, encoding, start, end): the same with a string's bytes; false when it has
// none.
void FillString(const Args& args);
// indexOfBytes(view, needle, start, forward, wide), indexOfString(view, string, start, encoding,
// forward): -1 when absent.
void IndexOfBytes(const Args& args);
void IndexOfString(const Args& args);
// indexOfByte(view, byte, start, forward)
void IndexOfByte(const Args& args);
double FastIndexOfByte(Value, Value view, int32_t byte, double start, bool forward, FastOptions);
// swap(view, unit): reverses the bytes in each unit of 2, 4 or 8.
void Swap(const Args& args);

}  // namespace rondo::buffer

#endif  // RONDO_BINDINGS_BUFFER_BUFFER_H_
