// Class: a binding entry for a C++ class whose instances JavaScript holds.
//
//   class Tcp : public ObjectWrap { public: static constexpr const char* kClassName = "Tcp"; ... };
//   Class<Tcp, Ctor<&NewTcp, "options">, Fn<"listen", &Tcp::Listen, "port">, ...>
//
// NewTcp returns T* or Result<T*>; NoCtor makes a class that only C++ instantiates, with
// MakeObject<T>().
#ifndef RONDO_JS_CLASS_H_
#define RONDO_JS_CLASS_H_

#include <string>
#include <utility>
#include <vector>

#include "runtime/js/binding.h"

namespace rondo {

namespace class_internal {

v8::Local<v8::FunctionTemplate> NewClassTemplate(Js& js, const char* name,
                                                 v8::FunctionCallback construct);
void AddMethod(Js& js, v8::Local<v8::FunctionTemplate> owner, const char* name, int length,
               v8::FunctionCallback callback);
void InstallClass(Js& js, v8::Local<v8::Object> target, const char* name,
                  v8::Local<v8::FunctionTemplate> owner);
// Refuses `Name()` without new. True when the call may go on.
bool CheckConstructCall(const v8::FunctionCallbackInfo<v8::Value>& info, const char* name);
void IllegalConstructor(const v8::FunctionCallbackInfo<v8::Value>& info);

}  // namespace class_internal

struct NoCtor {};

template <auto F, FixedString... ArgNames>
struct Ctor {};

template <class T, class Constructor, class... Methods>
struct Class;

// Gives a new C++ object its JavaScript object, of the class that the binding installed.
template <class T>
v8::Local<v8::Object> MakeObject(Js& js, T* self) {
  js.set_making_object(true);
  v8::Local<v8::Object> object =
      js.Constructor(T::kClassName)->InstanceTemplate()->NewInstance(js.context()).ToLocalChecked();
  js.set_making_object(false);
  self->ObjectWrap::Attach(js, object);
  self->OnAttached();
  return object;
}

template <class T, class... Methods>
struct ClassBody {
  static constexpr FixedString kOwner = "method";
  static void Install(Js& js, v8::Local<v8::Object> target, v8::FunctionCallback construct) {
    v8::Local<v8::FunctionTemplate> owner =
        class_internal::NewClassTemplate(js, T::kClassName, construct);
    (class_internal::AddMethod(js, owner, Methods::kName, Methods::kLength,
                               Methods::template kCallback<kOwner>),
     ...);
    class_internal::InstallClass(js, target, T::kClassName, owner);
  }
  static void References(std::vector<intptr_t>* out) {
    (Methods::template References<kOwner>(out), ...);
  }
  static void Declare(std::string* out, const char* constructor) {
    *out += "    ";
    *out += T::kClassName;
    *out += ": {\n    ";
    *out += constructor;
    *out += "\n    prototype: {\n";
    (Methods::template Declare<kOwner>(out), ...);
    *out += "    } };\n";
  }
};

template <class T, class... Methods>
struct Class<T, NoCtor, Methods...> {
  using Body = ClassBody<T, Methods...>;
  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    Body::Install(js, target, &class_internal::IllegalConstructor);
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>* out) {
    out->push_back(reinterpret_cast<intptr_t>(&class_internal::IllegalConstructor));
    Body::References(out);
  }
  template <FixedString Owner>
  static void Declare(std::string* out) {
    Body::Declare(out, "new (): never;");
  }
};

template <class T, auto F, FixedString... ArgNames, class... Methods>
struct Class<T, Ctor<F, ArgNames...>, Methods...> {
  using Body = ClassBody<T, Methods...>;
  template <FixedString Owner>
  static void Construct(const v8::FunctionCallbackInfo<v8::Value>& info) {
    if (!class_internal::CheckConstructCall(info, T::kClassName)) return;
    New<Owner>::Call(info);
  }
  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    Body::Install(js, target, &Construct<Owner>);
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>* out) {
    out->push_back(reinterpret_cast<intptr_t>(&Construct<Owner>));
    Body::References(out);
  }
  template <FixedString Owner>
  static void Declare(std::string* out) {
    Body::Declare(out, "new (...args: any[]): any;");
  }

 private:
  // Wraps the result of F so that Trampoline's conversion attaches it to the object under
  // construction.
  template <FixedString Owner>
  struct New {
    static void Call(const v8::FunctionCallbackInfo<v8::Value>& info) {
      current = &info;
      Trampoline<PlainPolicy, Owner, "constructor", &Made<F>::Run, ArgNames...>::Call(info);
    }
    template <auto G, class S = Signature<decltype(G)>>
    struct Made;
    template <auto G, class R, class... A>
    struct Made<G, Signature<R (*)(A...)>> {
      static Result<void> Run(A... args) {
        const auto& info = *current;  // read before G, which may construct further objects
        return Finish(info, G(std::forward<A>(args)...));
      }
    };
    static Result<void> Finish(const v8::FunctionCallbackInfo<v8::Value>& info, Result<T*> made) {
      if (!made.ok()) return made.error();
      made.value()->ObjectWrap::Attach(Js::From(info.GetIsolate()), info.This());
      made.value()->OnAttached();
      return Ok{};
    }
    static inline thread_local const v8::FunctionCallbackInfo<v8::Value>* current = nullptr;
  };
};

}  // namespace rondo

#endif  // RONDO_JS_CLASS_H_
