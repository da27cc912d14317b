#include "runtime/js/convert.h"

#include <memory>

namespace rondo {

std::string DescribeType(Js& js, v8::Local<v8::Value> value) {
  if (value->IsNull()) return "null";
  if (value->IsObject() && !value->IsFunction()) {
    std::string name = js.Utf8(value.As<v8::Object>()->GetConstructorName());
    return name.empty() ? "an object" : "an instance of " + name;
  }
  if (value->IsNumber()) return "number " + js.Utf8(value);
  return js.Utf8(value->TypeOf(js.isolate()));
}

bool Convert<int64_t>::From(Js&, v8::Local<v8::Value> value, int64_t* out) {
  if (value->IsBigInt()) {
    bool lossless = false;
    *out = value.As<v8::BigInt>()->Int64Value(&lossless);
    return lossless;
  }
  if (!value->IsNumber()) return false;
  double number = value.As<v8::Number>()->Value();
  constexpr double kLimit = 9007199254740992.0;  // 2^53
  if (!(number >= -kLimit && number <= kLimit) || number != std::trunc(number)) return false;
  *out = static_cast<int64_t>(number);
  return true;
}

bool Convert<std::string>::From(Js& js, v8::Local<v8::Value> value, std::string* out) {
  if (!value->IsString()) return false;
  *out = js.Utf8(value);
  return true;
}

bool Convert<ByteView>::From(Js&, v8::Local<v8::Value> value, ByteView* out) {
  if (value->IsArrayBufferView()) {
    v8::Local<v8::ArrayBufferView> view = value.As<v8::ArrayBufferView>();
    out->size = view->ByteLength();
    out->data = static_cast<uint8_t*>(view->Buffer()->Data()) + view->ByteOffset();
    return true;
  }
  if (value->IsArrayBuffer()) {
    v8::Local<v8::ArrayBuffer> buffer = value.As<v8::ArrayBuffer>();
    *out = {static_cast<uint8_t*>(buffer->Data()), buffer->ByteLength()};
    return true;
  }
  if (value->IsSharedArrayBuffer()) {
    v8::Local<v8::SharedArrayBuffer> buffer = value.As<v8::SharedArrayBuffer>();
    *out = {static_cast<uint8_t*>(buffer->Data()), buffer->ByteLength()};
    return true;
  }
  return false;
}

bool Convert<PinnedBytes>::From(Js& js, v8::Local<v8::Value> value, PinnedBytes* out) {
  ByteView view;
  if (!Convert<ByteView>::From(js, value, &view)) return false;
  out->data = view.data;
  out->size = view.size;
  if (value->IsArrayBufferView()) {
    out->store = value.As<v8::ArrayBufferView>()->Buffer()->GetBackingStore();
  } else if (value->IsArrayBuffer()) {
    out->store = value.As<v8::ArrayBuffer>()->GetBackingStore();
  } else {
    out->store = value.As<v8::SharedArrayBuffer>()->GetBackingStore();
  }
  return true;
}

v8::Local<v8::Value> Convert<Bytes>::To(Js& js, Bytes value) {
  size_t size = value.size();
  v8::Local<v8::ArrayBuffer> buffer =
      v8::ArrayBuffer::New(js.isolate(), std::move(value).IntoStore());
  v8::Local<v8::Uint8Array> array = v8::Uint8Array::New(buffer, 0, size);
  v8::Local<v8::Value> prototype = js.BufferPrototype();
  if (!prototype.IsEmpty()) array->SetPrototypeV2(js.context(), prototype).Check();
  return array;
}

}  // namespace rondo
