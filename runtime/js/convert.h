// Conversions between C++ and JavaScript values. No coercion: a number is not taken for a string.
//
// Convert<T> has
//   kExpected   what an argument must be, for the error text ("a string")
//   kTs         its TypeScript type, for the generated bindings.d.ts
//   From(js, value, &out)   false when the value is not of that type
//   To(js, value)           the JavaScript value
#ifndef RONDO_JS_CONVERT_H_
#define RONDO_JS_CONVERT_H_

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/js/bytes.h"
#include "runtime/js/js.h"

namespace rondo {

template <class T>
struct Convert;

// "got number", "got null", "got an instance of Map": how a wrong argument is named.
std::string DescribeType(Js& js, v8::Local<v8::Value> value);

template <>
struct Convert<bool> {
  static constexpr const char* kExpected = "a boolean";
  static constexpr const char* kTs = "boolean";
  static bool From(Js&, v8::Local<v8::Value> value, bool* out) {
    if (!value->IsBoolean()) return false;
    *out = value->IsTrue();
    return true;
  }
  static v8::Local<v8::Value> To(Js& js, bool value) { return js.Bool(value); }
};

template <>
struct Convert<int32_t> {
  static constexpr const char* kExpected = "a 32-bit integer";
  static constexpr const char* kTs = "number";
  static bool From(Js&, v8::Local<v8::Value> value, int32_t* out) {
    if (value->IsInt32()) {
      *out = value.As<v8::Int32>()->Value();
      return true;
    }
    // -0 is no integer to V8.
    if (!value->IsNumber() || value.As<v8::Number>()->Value() != 0) return false;
    *out = 0;
    return true;
  }
  static v8::Local<v8::Value> To(Js& js, int32_t value) { return js.Int(value); }
};

template <>
struct Convert<uint32_t> {
  static constexpr const char* kExpected = "an unsigned 32-bit integer";
  static constexpr const char* kTs = "number";
  static bool From(Js&, v8::Local<v8::Value> value, uint32_t* out) {
    if (value->IsUint32()) {
      *out = value.As<v8::Uint32>()->Value();
      return true;
    }
    if (!value->IsNumber() || value.As<v8::Number>()->Value() != 0) return false;  // -0
    *out = 0;
    return true;
  }
  static v8::Local<v8::Value> To(Js& js, uint32_t value) {
    return v8::Integer::NewFromUnsigned(js.isolate(), value);
  }
};

// A whole number that a double holds exactly (or a bigint in the range of int64_t).
template <>
struct Convert<int64_t> {
  static constexpr const char* kExpected = "an integer";
  static constexpr const char* kTs = "number | bigint";
  static bool From(Js&, v8::Local<v8::Value> value, int64_t* out);
  static v8::Local<v8::Value> To(Js& js, int64_t value) {
    return js.Number(static_cast<double>(value));
  }
};

template <>
struct Convert<double> {
  static constexpr const char* kExpected = "a number";
  static constexpr const char* kTs = "number";
  static bool From(Js&, v8::Local<v8::Value> value, double* out) {
    if (!value->IsNumber()) return false;
    *out = value.As<v8::Number>()->Value();
    return true;
  }
  static v8::Local<v8::Value> To(Js& js, double value) { return js.Number(value); }
};

template <>
struct Convert<std::string> {
  static constexpr const char* kExpected = "a string";
  static constexpr const char* kTs = "string";
  static bool From(Js& js, v8::Local<v8::Value> value, std::string* out);
  static v8::Local<v8::Value> To(Js& js, const std::string& value) { return js.String(value); }
};

template <>
struct Convert<std::string_view> {  // a result only: UTF-8 that outlives the call
  static constexpr const char* kTs = "string";
  static v8::Local<v8::Value> To(Js& js, std::string_view value) { return js.String(value); }
};

// V8 handles pass through after a type check.
#define RONDO_CONVERT_HANDLE(Type, expected, ts)                                     \
  template <>                                                                        \
  struct Convert<v8::Local<v8::Type>> {                                              \
    static constexpr const char* kExpected = expected;                               \
    static constexpr const char* kTs = ts;                                           \
    static bool From(Js&, v8::Local<v8::Value> value, v8::Local<v8::Type>* out) {    \
      if (!value->Is##Type()) return false;                                          \
      *out = value.As<v8::Type>();                                                   \
      return true;                                                                   \
    }                                                                                \
    static v8::Local<v8::Value> To(Js&, v8::Local<v8::Type> value) { return value; } \
  };
RONDO_CONVERT_HANDLE(Object, "an object", "any")
RONDO_CONVERT_HANDLE(Function, "a function", "(...args: any[]) => any")
RONDO_CONVERT_HANDLE(Array, "an array", "any[]")
RONDO_CONVERT_HANDLE(String, "a string", "string")
RONDO_CONVERT_HANDLE(Symbol, "a symbol", "symbol")
RONDO_CONVERT_HANDLE(Promise, "a promise", "Promise<any>")
RONDO_CONVERT_HANDLE(ArrayBuffer, "an ArrayBuffer", "ArrayBuffer")
RONDO_CONVERT_HANDLE(ArrayBufferView, "a typed array or DataView", "ArrayBufferView")
RONDO_CONVERT_HANDLE(Uint8Array, "a Uint8Array", "Uint8Array")
RONDO_CONVERT_HANDLE(Uint32Array, "a Uint32Array", "Uint32Array")
RONDO_CONVERT_HANDLE(Int32Array, "an Int32Array", "Int32Array")
RONDO_CONVERT_HANDLE(Float64Array, "a Float64Array", "Float64Array")
#undef RONDO_CONVERT_HANDLE

template <>
struct Convert<v8::Local<v8::Value>> {
  static constexpr const char* kExpected = "any value";
  static constexpr const char* kTs = "any";
  static bool From(Js&, v8::Local<v8::Value> value, v8::Local<v8::Value>* out) {
    *out = value;
    return true;
  }
  static v8::Local<v8::Value> To(Js&, v8::Local<v8::Value> value) { return value; }
};

template <>
struct Convert<ByteView> {
  static constexpr const char* kExpected = "a Buffer, typed array, DataView or ArrayBuffer";
  static constexpr const char* kTs = "ArrayBufferView | ArrayBufferLike";
  static bool From(Js& js, v8::Local<v8::Value> value, ByteView* out);
};

template <>
struct Convert<PinnedBytes> {
  static constexpr const char* kExpected = "a Buffer, typed array, DataView or ArrayBuffer";
  static constexpr const char* kTs = "ArrayBufferView | ArrayBufferLike";
  static bool From(Js& js, v8::Local<v8::Value> value, PinnedBytes* out);
};

template <>
struct Convert<Bytes> {  // a result only: becomes a Buffer that owns the memory
  static constexpr const char* kTs = "Buffer";
  static v8::Local<v8::Value> To(Js& js, Bytes value);
};

// undefined and null are "not given".
template <class T>
struct Convert<std::optional<T>> {
  static constexpr const char* kExpected = Convert<T>::kExpected;
  static constexpr const char* kTs = Convert<T>::kTs;
  static bool From(Js& js, v8::Local<v8::Value> value, std::optional<T>* out) {
    if (value->IsNullOrUndefined()) return true;
    return Convert<T>::From(js, value, &out->emplace());
  }
  static v8::Local<v8::Value> To(Js& js, std::optional<T> value) {
    if (!value) return js.Undefined();
    return Convert<T>::To(js, std::move(*value));
  }
};

template <class T>
struct Convert<std::vector<T>> {
  static constexpr const char* kExpected = "an array";
  static constexpr const char* kTs = "any[]";
  static bool From(Js& js, v8::Local<v8::Value> value, std::vector<T>* out) {
    if (!value->IsArray()) return false;
    v8::Local<v8::Array> array = value.As<v8::Array>();
    out->reserve(array->Length());
    for (uint32_t i = 0; i < array->Length(); ++i) {
      v8::Local<v8::Value> element;
      if (!array->Get(js.context(), i).ToLocal(&element)) return false;
      if (!Convert<T>::From(js, element, &out->emplace_back())) return false;
    }
    return true;
  }
  static v8::Local<v8::Value> To(Js& js, std::vector<T> values) {
    std::vector<v8::Local<v8::Value>> elements;
    elements.reserve(values.size());
    for (auto& value : values) elements.push_back(Convert<T>::To(js, std::move(value)));
    return v8::Array::New(js.isolate(), elements.data(), elements.size());
  }
};

}  // namespace rondo

#endif  // RONDO_JS_CONVERT_H_
