// Js: one isolate with its main context, and the short-hands that bindings use on it.
#ifndef RONDO_JS_JS_H_
#define RONDO_JS_JS_H_

#include <map>
#include <string>
#include <string_view>

#include "runtime/base/error.h"
#include "runtime/js/v8.h"

namespace rondo {

// Isolate data slots. The loop layer stores its own pointer in kLoop.
enum IsolateSlot : uint32_t { kJsSlot = 0, kLoopSlot = 1 };

class Js {
 public:
  Js(v8::Isolate* isolate, v8::Local<v8::Context> context);
  ~Js();
  Js(const Js&) = delete;
  Js& operator=(const Js&) = delete;

  static Js& From(v8::Isolate* isolate) { return *static_cast<Js*>(isolate->GetData(kJsSlot)); }

  v8::Isolate* isolate() const { return isolate_; }
  v8::Local<v8::Context> context() const { return context_.Get(isolate_); }

  // UTF-8 in, an ordinary string out.
  v8::Local<v8::String> String(std::string_view utf8);
  // UTF-8 in, an internalised string out: for property names and literals.
  v8::Local<v8::String> Name(std::string_view utf8);
  // One byte a character (Latin-1) in: the quickest way for text known to be ASCII.
  v8::Local<v8::String> Latin1(std::string_view latin1);
  v8::Local<v8::Value> Undefined() { return v8::Undefined(isolate_); }
  v8::Local<v8::Value> Null() { return v8::Null(isolate_); }
  v8::Local<v8::Number> Number(double value) { return v8::Number::New(isolate_, value); }
  v8::Local<v8::Integer> Int(int32_t value) { return v8::Integer::New(isolate_, value); }
  v8::Local<v8::Boolean> Bool(bool value) { return v8::Boolean::New(isolate_, value); }

  // target[name] = value; a failure (a frozen target) is our own bug.
  void Set(v8::Local<v8::Object> target, std::string_view name, v8::Local<v8::Value> value);
  // object[name], or an empty handle with an exception pending when a getter threw.
  v8::MaybeLocal<v8::Value> Get(v8::Local<v8::Object> object, std::string_view name);

  // A JavaScript string as UTF-8; lone surrogates become U+FFFD.
  std::string Utf8(v8::Local<v8::Value> value);

  // Makes the exception of `error` pending. See exception.h for its shape.
  void Throw(const Error& error);

  // The prototype that byte results get (Buffer.prototype); set once by lib/.
  void SetBufferPrototype(v8::Local<v8::Object> prototype);
  v8::Local<v8::Value> BufferPrototype();

  // Constructors of wrapped classes by name, so that C++ can make instances (see class.h).
  void SetConstructor(const char* name, v8::Local<v8::FunctionTemplate> constructor);
  v8::Local<v8::FunctionTemplate> Constructor(const char* name);
  // visit(name, constructor) for each, by name.
  template <class F>
  void EachConstructor(F&& visit) {
    for (auto& [name, constructor] : constructors_) visit(name, constructor.Get(isolate_));
  }

  // True while C++ instantiates a class of its own (class.h), for constructors that refuse
  // JavaScript's `new`.
  bool making_object() const { return making_object_; }
  void set_making_object(bool value) { making_object_ = value; }

 private:
  v8::Isolate* isolate_;
  v8::Global<v8::Context> context_;
  v8::Global<v8::Object> buffer_prototype_;
  bool making_object_ = false;
  std::map<std::string, v8::Global<v8::FunctionTemplate>, std::less<>> constructors_;
};

}  // namespace rondo

#endif  // RONDO_JS_JS_H_
