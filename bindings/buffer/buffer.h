// binding:buffer: what Buffer does with memory and strings. The files of this folder share these callbacks, which read
// their arguments themselves because they are called for every other byte that a program touches.
#ifndef RONDO_BINDINGS_BUFFER_BUFFER_H_
#define RONDO_BINDINGS_BUFFER_BUFFER_H_

#include "runtime/js/binding.h"
#include "runtime/js/encoding.h"

namespace rondo::buffer {

using Args = v8::FunctionCallbackInfo<v8::Value>;

// The memory of a Buffer, typed array, DataView, ArrayBuffer or SharedArrayBuffer, valid during the call. Throws
// ERR_INVALID_ARG_TYPE ("argument must be a buffer") and returns false for anything else.
bool ReadBytes(Js& js, v8::Local<v8::Value> value, ByteView* out);

// this.xSlice(start?, end?): the bytes as a string.
template <Encoding E>
void Slice(const Args& args);
// this.xWrite(string, offset?, length?): the number of bytes written.
template <Encoding E>
void Write(const Args& args);
// decode(view, encoding, start, end): the same as xSlice for an encoding known by number; the range must be valid.
void DecodeRange(const Args& args);
// encodeInto(view, string, encoding, offset, capacity): bytes written; the range must be valid.
void EncodeAt(const Args& args);
// byteLength(string, encoding)
void ByteLength(const Args& args);
// encode(string, encoding): an ArrayBuffer that holds exactly the text's bytes.
void EncodeNew(const Args& args);

// compare(a, b): -1, 0, 1
void Compare(const Args& args);
// compareRange(a, b, aStart, aEnd, bStart, bEnd)
void CompareRange(const Args& args);
// copy(source, target, targetStart, sourceStart, count): memmove; the ranges must be valid.
void Copy(const Args& args);
// fillBytes(view, pattern, start, end): repeats the pattern's bytes; the range must be valid and the pattern not empty.
void FillBytes(const Args& args);
// indexOfBytes(view, needle, start, forward, wide), indexOfString(view, string, start, encoding, forward): -1 when absent.
void IndexOfBytes(const Args& args);
void IndexOfString(const Args& args);
// lastIndexOfByte(view, byte, start)
void LastIndexOfByte(const Args& args);
// swap(view, unit): reverses the bytes in each unit of 2, 4 or 8.
void Swap(const Args& args);

}  // namespace rondo::buffer

#endif  // RONDO_BINDINGS_BUFFER_BUFFER_H_
