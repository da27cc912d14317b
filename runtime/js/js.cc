#include "runtime/js/js.h"

#include "runtime/base/check.h"
#include "runtime/js/exception.h"

namespace rondo {

Js::Js(v8::Isolate* isolate, v8::Local<v8::Context> context)
    : isolate_(isolate), context_(isolate, context) {
  isolate->SetData(kJsSlot, this);
}

Js::~Js() { isolate_->SetData(kJsSlot, nullptr); }

v8::Local<v8::String> Js::String(std::string_view utf8) {
  v8::Local<v8::String> out;
  if (v8::String::NewFromUtf8(isolate_, utf8.data(), v8::NewStringType::kNormal,
                              static_cast<int>(utf8.size()))
          .ToLocal(&out)) {
    return out;
  }
  return v8::String::Empty(
      isolate_);  // longer than V8's limit; callers with unbounded text check it first
}

v8::Local<v8::String> Js::Name(std::string_view utf8) {
  return v8::String::NewFromUtf8(isolate_, utf8.data(), v8::NewStringType::kInternalized,
                                 static_cast<int>(utf8.size()))
      .ToLocalChecked();
}

v8::Local<v8::String> Js::Latin1(std::string_view latin1) {
  return v8::String::NewFromOneByte(isolate_, reinterpret_cast<const uint8_t*>(latin1.data()),
                                    v8::NewStringType::kNormal, static_cast<int>(latin1.size()))
      .ToLocalChecked();
}

void Js::Set(v8::Local<v8::Object> target, std::string_view name, v8::Local<v8::Value> value) {
  RONDO_CHECK(target->Set(context(), Name(name), value).FromMaybe(false));
}

v8::MaybeLocal<v8::Value> Js::Get(v8::Local<v8::Object> object, std::string_view name) {
  return object->Get(context(), Name(name));
}

std::string Js::Utf8(v8::Local<v8::Value> value) {
  v8::String::Utf8Value text(isolate_, value);
  return *text ? std::string(*text, text.length()) : std::string();
}

void Js::Throw(const Error& error) {
  if (error.kind == Error::Kind::kPending) return;
  isolate_->ThrowException(ToException(*this, error));
}

void Js::SetBufferPrototype(v8::Local<v8::Object> prototype) {
  buffer_prototype_.Reset(isolate_, prototype);
}

v8::Local<v8::Value> Js::BufferPrototype() {
  if (buffer_prototype_.IsEmpty()) return v8::Local<v8::Value>();
  return buffer_prototype_.Get(isolate_);
}

void Js::SetConstructor(const char* name, v8::Local<v8::FunctionTemplate> constructor) {
  constructors_[name].Reset(isolate_, constructor);
}

v8::Local<v8::FunctionTemplate> Js::Constructor(const char* name) {
  auto found = constructors_.find(std::string_view(name));
  RONDO_CHECK(found != constructors_.end());
  return found->second.Get(isolate_);
}

}  // namespace rondo
