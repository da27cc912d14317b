// binding:process_env: the environment as an object whose properties are the variables themselves.
#include <uv.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "bindings/all.h"
#include "runtime/loop/loop.h"

extern char** environ;

namespace rondo {
namespace {

using v8::Intercepted;
using v8::Local;

const char* Find(Js& js, Local<v8::Name> name) { return std::getenv(js.Utf8(name).c_str()); }

Intercepted Get(Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Value>& info) {
  if (!name->IsString()) return Intercepted::kNo;
  Js& js = Js::From(info.GetIsolate());
  const char* value = Find(js, name);
  if (!value) return Intercepted::kNo;  // what Object.prototype has is found there
  info.GetReturnValue().Set(js.String(value));
  return Intercepted::kYes;
}

// False with an exception pending when the value cannot be a string.
bool Store(Js& js, Local<v8::Name> name, Local<v8::Value> value) {
  Local<v8::String> key, text;
  if (!name->ToString(js.context()).ToLocal(&key) || !value->ToString(js.context()).ToLocal(&text))
    return false;
  std::string variable = js.Utf8(key);
  if (variable.empty() || variable.find('=') != std::string::npos)
    return true;  // no such variable can be
  setenv(variable.c_str(), js.Utf8(text).c_str(), 1);
  if (variable == "TZ") {
    tzset();
    js.isolate()->DateTimeConfigurationChangeNotification(
        v8::Isolate::TimeZoneDetection::kRedetect);
  }
  return true;
}

Intercepted Set(Local<v8::Name> name, Local<v8::Value> value,
                const v8::PropertyCallbackInfo<void>& info) {
  Store(Js::From(info.GetIsolate()), name, value);
  return Intercepted::kYes;
}

Intercepted Query(Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Integer>& info) {
  if (!name->IsString() || !Find(Js::From(info.GetIsolate()), name)) return Intercepted::kNo;
  info.GetReturnValue().Set(v8::None);
  return Intercepted::kYes;
}

Intercepted Delete(Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Boolean>& info) {
  Js& js = Js::From(info.GetIsolate());
  if (name->IsString()) {
    std::string variable = js.Utf8(name);
    unsetenv(variable.c_str());
    if (variable == "TZ") {
      tzset();
      js.isolate()->DateTimeConfigurationChangeNotification(
          v8::Isolate::TimeZoneDetection::kRedetect);
    }
  }
  info.GetReturnValue().Set(true);
  return Intercepted::kYes;
}

void Enumerate(const v8::PropertyCallbackInfo<v8::Array>& info) {
  Js& js = Js::From(info.GetIsolate());
  std::vector<Local<v8::Value>> names;
  for (char** entry = environ; *entry; ++entry) {
    std::string_view text(*entry);
    size_t end = text.find('=', 1);
    names.push_back(js.String(text.substr(0, end)));
  }
  info.GetReturnValue().Set(v8::Array::New(js.isolate(), names.data(), names.size()));
}

Intercepted Define(Local<v8::Name> name, const v8::PropertyDescriptor& descriptor,
                   const v8::PropertyCallbackInfo<void>& info) {
  Js& js = Js::From(info.GetIsolate());
  bool accessor = descriptor.has_get() || descriptor.has_set();
  if (accessor) {
    js.Throw(Error::Type("ERR_INVALID_OBJECT_DEFINE_PROPERTY",
                         "'process.env' does not accept an accessor(getter/setter) descriptor"));
  } else if (!descriptor.has_configurable() || !descriptor.configurable() ||
             !descriptor.has_enumerable() || !descriptor.enumerable() ||
             !descriptor.has_writable() || !descriptor.writable()) {
    js.Throw(Error::Type(
        "ERR_INVALID_OBJECT_DEFINE_PROPERTY",
        "'process.env' only accepts a configurable, writable, and enumerable data descriptor"));
  } else {
    Store(js, name, descriptor.has_value() ? descriptor.value() : js.Undefined().As<v8::Value>());
  }
  return Intercepted::kYes;
}

// Names that are numbers come to handlers of their own.
Local<v8::Name> NameOf(v8::Isolate* isolate, uint32_t index) {
  return Js::From(isolate).String(std::to_string(index));
}
Intercepted GetIndex(uint32_t index, const v8::PropertyCallbackInfo<v8::Value>& info) {
  return Get(NameOf(info.GetIsolate(), index), info);
}
Intercepted SetIndex(uint32_t index, Local<v8::Value> value,
                     const v8::PropertyCallbackInfo<void>& info) {
  return Set(NameOf(info.GetIsolate(), index), value, info);
}
Intercepted QueryIndex(uint32_t index, const v8::PropertyCallbackInfo<v8::Integer>& info) {
  return Query(NameOf(info.GetIsolate(), index), info);
}
Intercepted DeleteIndex(uint32_t index, const v8::PropertyCallbackInfo<v8::Boolean>& info) {
  return Delete(NameOf(info.GetIsolate(), index), info);
}
Intercepted DefineIndex(uint32_t index, const v8::PropertyDescriptor& descriptor,
                        const v8::PropertyCallbackInfo<void>& info) {
  return Define(NameOf(info.GetIsolate(), index), descriptor, info);
}

// A binding entry: `env`, an object made from a template with the functions above.
struct EnvEntry {
  template <FixedString Owner>
  static void Install(Js& js, Local<v8::Object> target) {
    Local<v8::ObjectTemplate> shape = v8::ObjectTemplate::New(js.isolate());
    shape->SetHandler(v8::NamedPropertyHandlerConfiguration(&Get, &Set, &Query, &Delete, &Enumerate,
                                                            &Define, nullptr));
    shape->SetHandler(v8::IndexedPropertyHandlerConfiguration(
        &GetIndex, &SetIndex, &QueryIndex, &DeleteIndex, nullptr, &DefineIndex, nullptr));
    js.Set(target, "env", shape->NewInstance(js.context()).ToLocalChecked());
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>* out) {
    auto add = [out](auto... functions) {
      (out->push_back(reinterpret_cast<intptr_t>(functions)), ...);
    };
    add(&Get, &Set, &Query, &Delete, &Enumerate, &Define);
    add(&GetIndex, &SetIndex, &QueryIndex, &DeleteIndex, &DefineIndex);
  }
  template <FixedString Owner>
  static void Declare(std::string* out) {
    *out += "    env: Record<string, string | undefined>;\n";
  }
};

}  // namespace

constinit const BindingSpec kProcessEnvBinding = Binding<"process_env", EnvEntry>;

}  // namespace rondo
