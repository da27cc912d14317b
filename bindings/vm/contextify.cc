#include "bindings/vm/contextify.h"

#include <vector>

namespace rondo {
namespace {

using v8::Intercepted;

v8::Local<v8::Private> ContextKey(Js& js) {
  return v8::Private::ForApi(js.isolate(), js.Name("rondo:vmContext"));
}

// The interceptors below stand on the global object of a context; their data is the sandbox. What
// they do not take goes to the real global object: the built-ins (Array, JSON ...) live there.
template <class T>
v8::Local<v8::Object> Sandbox(const v8::PropertyCallbackInfo<T>& info) {
  return info.Data().template As<v8::Object>();
}
template <class T>
v8::Local<v8::Context> CurrentContext(const v8::PropertyCallbackInfo<T>& info) {
  return info.GetIsolate()->GetCurrentContext();
}

Intercepted Get(v8::Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Value>& info) {
  v8::Local<v8::Value> value;
  if (!Sandbox(info)->GetRealNamedProperty(CurrentContext(info), name).ToLocal(&value))
    return Intercepted::kNo;
  info.GetReturnValue().Set(value == Sandbox(info) ? info.This().As<v8::Value>() : value);
  return Intercepted::kYes;
}

Intercepted Set(v8::Local<v8::Name> name, v8::Local<v8::Value> value,
                const v8::PropertyCallbackInfo<void>& info) {
  v8::Local<v8::Context> context = CurrentContext(info);
  v8::Local<v8::Object> sandbox = Sandbox(info);
  v8::Maybe<v8::PropertyAttribute> attributes =
      sandbox->GetRealNamedPropertyAttributes(context, name);
  // Assigning to an undeclared name is an error in strict code: V8 raises it when nothing takes the
  // assignment.
  bool declared =
      attributes.IsJust() || sandbox->HasRealNamedProperty(context, name).FromMaybe(false);
  if (!declared && info.ShouldThrowOnError() && !value->IsFunction()) {
    v8::Local<v8::Object> global = info.Holder();
    if (!global->HasRealNamedProperty(context, name).FromMaybe(false)) return Intercepted::kNo;
  }
  if (attributes.IsJust() && (attributes.FromJust() & v8::ReadOnly)) return Intercepted::kNo;
  if (sandbox->Set(context, name, value).IsNothing())
    return Intercepted::kYes;  // the exception is pending
  return Intercepted::kYes;
}

Intercepted Query(v8::Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Integer>& info) {
  v8::Maybe<v8::PropertyAttribute> attributes =
      Sandbox(info)->GetRealNamedPropertyAttributes(CurrentContext(info), name);
  if (attributes.IsNothing()) return Intercepted::kNo;
  info.GetReturnValue().Set(static_cast<int32_t>(attributes.FromJust()));
  return Intercepted::kYes;
}

Intercepted Delete(v8::Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Boolean>& info) {
  v8::Maybe<bool> deleted = Sandbox(info)->Delete(CurrentContext(info), name);
  if (deleted.FromMaybe(false))
    return Intercepted::kNo;  // gone there; the real global object may have it as well
  info.GetReturnValue().Set(false);
  return Intercepted::kYes;
}

void EnumerateNames(const v8::PropertyCallbackInfo<v8::Array>& info) {
  v8::Local<v8::Array> names;
  if (Sandbox(info)
          ->GetPropertyNames(CurrentContext(info), v8::KeyCollectionMode::kOwnOnly,
                             v8::ALL_PROPERTIES, v8::IndexFilter::kSkipIndices)
          .ToLocal(&names)) {
    info.GetReturnValue().Set(names);
  }
}

void EnumerateIndices(const v8::PropertyCallbackInfo<v8::Array>& info) {
  v8::Local<v8::Context> context = CurrentContext(info);
  v8::Local<v8::Array> keys;
  if (!Sandbox(info)
           ->GetPropertyNames(context, v8::KeyCollectionMode::kOwnOnly, v8::ONLY_ENUMERABLE,
                              v8::IndexFilter::kIncludeIndices)
           .ToLocal(&keys)) {
    return;
  }
  std::vector<v8::Local<v8::Value>> indices;
  v8::Local<v8::Value> key;
  for (uint32_t i = 0; i < keys->Length() && keys->Get(context, i).ToLocal(&key) && key->IsUint32();
       ++i) {
    indices.push_back(key);  // indices come first
  }
  info.GetReturnValue().Set(v8::Array::New(info.GetIsolate(), indices.data(), indices.size()));
}

Intercepted Describe(v8::Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Value>& info) {
  v8::Local<v8::Context> context = CurrentContext(info);
  v8::Local<v8::Value> descriptor;
  if (!Sandbox(info)->HasOwnProperty(context, name).FromMaybe(false) ||
      !Sandbox(info)->GetOwnPropertyDescriptor(context, name).ToLocal(&descriptor)) {
    return Intercepted::kNo;
  }
  info.GetReturnValue().Set(descriptor);
  return Intercepted::kYes;
}

void CopyFlags(const v8::PropertyDescriptor& from, v8::PropertyDescriptor* to) {
  if (from.has_enumerable()) to->set_enumerable(from.enumerable());
  if (from.has_configurable()) to->set_configurable(from.configurable());
}

Intercepted Define(v8::Local<v8::Name> name, const v8::PropertyDescriptor& wanted,
                   const v8::PropertyCallbackInfo<void>& info) {
  v8::Local<v8::Context> context = CurrentContext(info);
  v8::Local<v8::Value> missing = v8::Undefined(info.GetIsolate());
  v8::Maybe<bool> done = v8::Just(true);
  if (wanted.has_get() || wanted.has_set()) {
    v8::PropertyDescriptor copy(wanted.has_get() ? wanted.get() : missing,
                                wanted.has_set() ? wanted.set() : missing);
    CopyFlags(wanted, &copy);
    done = Sandbox(info)->DefineProperty(context, name, copy);
  } else {
    v8::Local<v8::Value> value = wanted.has_value() ? wanted.value() : missing;
    v8::PropertyDescriptor plain(value);
    v8::PropertyDescriptor with_flag(value, wanted.has_writable() && wanted.writable());
    v8::PropertyDescriptor& copy = wanted.has_writable() ? with_flag : plain;
    CopyFlags(wanted, &copy);
    done = Sandbox(info)->DefineProperty(context, name, copy);
  }
  // Refused (a property that cannot be changed): let the real global object refuse or take it.
  return done.FromMaybe(true) ? Intercepted::kYes : Intercepted::kNo;
}

// Indices are names like any other to a sandbox.
v8::Local<v8::Name> NameOf(v8::Isolate* isolate, uint32_t index) {
  return v8::Integer::NewFromUnsigned(isolate, index)
      ->ToString(isolate->GetCurrentContext())
      .ToLocalChecked();
}
template <auto F, class T, class... Args>
Intercepted AtIndex(uint32_t index, Args... args, const v8::PropertyCallbackInfo<T>& info) {
  return F(NameOf(info.GetIsolate(), index), args..., info);
}
Intercepted DefineIndex(uint32_t index, const v8::PropertyDescriptor& wanted,
                        const v8::PropertyCallbackInfo<void>& info) {
  return Define(NameOf(info.GetIsolate(), index), wanted, info);
}

v8::Local<v8::ObjectTemplate> GlobalTemplate(v8::Isolate* isolate, v8::Local<v8::Object> sandbox) {
  v8::Local<v8::ObjectTemplate> global = v8::ObjectTemplate::New(isolate);
  global->SetHandler(v8::NamedPropertyHandlerConfiguration(
      &Get, &Set, &Query, &Delete, &EnumerateNames, &Define, &Describe, sandbox));
  global->SetHandler(v8::IndexedPropertyHandlerConfiguration(
      &AtIndex<&Get, v8::Value>, &AtIndex<&Set, void, v8::Local<v8::Value>>,
      &AtIndex<&Query, v8::Integer>, &AtIndex<&Delete, v8::Boolean>, &EnumerateIndices,
      &DefineIndex, &AtIndex<&Describe, v8::Value>, sandbox));
  return global;
}

}  // namespace

v8::MaybeLocal<v8::Object> MakeVmContext(Js& js, v8::Local<v8::Object> sandbox, bool allow_eval) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::ObjectTemplate> global_template;
  if (!sandbox.IsEmpty()) global_template = GlobalTemplate(isolate, sandbox);
  v8::Local<v8::Context> context = v8::Context::New(isolate, nullptr, global_template);
  if (context.IsEmpty()) return {};
  context->SetSecurityToken(js.context()->GetSecurityToken());  // objects may cross
  context->AllowCodeGenerationFromStrings(allow_eval);
  v8::Local<v8::Object> global = context->Global();
  v8::Local<v8::Object> marked = sandbox.IsEmpty() ? global : sandbox;
  if (marked->SetPrivate(js.context(), ContextKey(js), global).IsNothing()) return {};
  return global;
}

v8::MaybeLocal<v8::Context> VmContextOf(Js& js, v8::Local<v8::Object> object) {
  v8::Local<v8::Value> global;
  if (!object->GetPrivate(js.context(), ContextKey(js)).ToLocal(&global) || !global->IsObject())
    return {};
  return global.As<v8::Object>()->GetCreationContext(js.isolate());
}

}  // namespace rondo
