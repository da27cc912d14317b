#include "runtime/js/binding.h"

#include "runtime/js/class.h"

namespace rondo {

void ThrowArgumentError(Js& js, std::string_view scope, std::string_view name, int index,
                        std::string_view arg, std::string_view expected, v8::Local<v8::Value> got) {
  std::string text;
  text.append(scope)
      .append(".")
      .append(name)
      .append(": argument ")
      .append(std::to_string(index + 1));
  text.append(" (")
      .append(arg)
      .append(") must be ")
      .append(expected)
      .append(", got ")
      .append(DescribeType(js, got));
  js.Throw(Error::Type("ERR_INVALID_ARG_TYPE", text));
}

void ThrowClosed(Js& js, std::string_view name) {
  js.Throw(Error::Type("ERR_INVALID_STATE", std::string(name) + ": the object is closed"));
}

void InstallFunction(Js& js, v8::Local<v8::Object> target, const char* name, int length,
                     v8::FunctionCallback callback, const v8::CFunction* fast) {
  v8::Local<v8::FunctionTemplate> function = v8::FunctionTemplate::New(
      js.isolate(), callback, v8::Local<v8::Value>(), v8::Local<v8::Signature>(), length,
      v8::ConstructorBehavior::kThrow, v8::SideEffectType::kHasSideEffect, fast);
  function->SetClassName(js.Name(name));
  js.Set(target, name, function->GetFunction(js.context()).ToLocalChecked());
}

namespace class_internal {

v8::Local<v8::FunctionTemplate> NewClassTemplate(Js& js, const char* name,
                                                 v8::FunctionCallback construct) {
  v8::Local<v8::FunctionTemplate> owner = v8::FunctionTemplate::New(js.isolate(), construct);
  owner->SetClassName(js.Name(name));
  owner->InstanceTemplate()->SetInternalFieldCount(1);
  return owner;
}

void AddMethod(Js& js, v8::Local<v8::FunctionTemplate> owner, const char* name, int length,
               v8::FunctionCallback callback) {
  v8::Local<v8::FunctionTemplate> method = v8::FunctionTemplate::New(
      js.isolate(), callback, v8::Local<v8::Value>(), v8::Signature::New(js.isolate(), owner),
      length, v8::ConstructorBehavior::kThrow);
  method->SetClassName(js.Name(name));
  owner->PrototypeTemplate()->Set(js.isolate(), name, method, v8::DontEnum);
}

void InstallClass(Js& js, v8::Local<v8::Object> target, const char* name,
                  v8::Local<v8::FunctionTemplate> owner) {
  js.SetConstructor(name, owner);
  js.Set(target, name, owner->GetFunction(js.context()).ToLocalChecked());
}

bool CheckConstructCall(const v8::FunctionCallbackInfo<v8::Value>& info, const char* name) {
  if (info.IsConstructCall()) return true;
  Js::From(info.GetIsolate())
      .Throw(Error::Type("ERR_CONSTRUCT_CALL_REQUIRED", "Class constructor " + std::string(name) +
                                                            " cannot be invoked without `new`"));
  return false;
}

void IllegalConstructor(const v8::FunctionCallbackInfo<v8::Value>& info) {
  // ObjectTemplate::NewInstance runs the constructor's callback just as a user's `new` does.
  Js& js = Js::From(info.GetIsolate());
  if (js.making_object()) return;
  js.Throw(Error::Type("ERR_ILLEGAL_CONSTRUCTOR", "Illegal constructor"));
}

}  // namespace class_internal
}  // namespace rondo
