// C++ objects behind JavaScript objects.
#ifndef RONDO_JS_WRAPPED_H_
#define RONDO_JS_WRAPPED_H_

#include <concepts>
#include <type_traits>

#include "runtime/js/convert.h"
#include "runtime/js/js.h"

namespace rondo {

// The common base: the link in both directions between a C++ object and its JavaScript object,
// which keeps this pointer in internal field 0.
class ObjectWrap {
 public:
  ObjectWrap(const ObjectWrap&) = delete;
  ObjectWrap& operator=(const ObjectWrap&) = delete;
  virtual ~ObjectWrap() = default;

  // Joins the two; `object` must come from a class's template (see class.h). Called once, by the
  // class machinery.
  void Attach(Js& js, v8::Local<v8::Object> object);
  // The JavaScript object; empty before Attach and after it was collected.
  v8::Local<v8::Object> object(v8::Isolate* isolate) const { return object_.Get(isolate); }

 protected:
  ObjectWrap() = default;
  // Strong: the garbage collector leaves the object alone. Weak: it may take it, and then deletes
  // `this`.
  void MakeStrong() { object_.ClearWeak(); }
  void MakeWeak();
  // Cuts the link: methods called on the object from now on find nothing. Before deleting a strong
  // one.
  void Detach(Js& js);

 private:
  v8::Global<v8::Object> object_;
};

// Memory only, owned by the garbage collector: weak from the start. Nothing in it may wait for the
// loop.
class Wrapped : public ObjectWrap {
 public:
  void OnAttached() { MakeWeak(); }
};

// The C++ object of a JavaScript object that is known to be of class T.
template <class T>
T* Unwrap(v8::Local<v8::Object> object) {
  return static_cast<T*>(static_cast<ObjectWrap*>(object->GetAlignedPointerFromInternalField(0)));
}

// T* as an argument: an instance of the wrapped class whose name is T::kClassName.
template <class T>
requires std::derived_from<T, ObjectWrap>
struct Convert<T*> {
  static constexpr const char* kExpected = T::kClassName;
  static constexpr const char* kTs = "any";
  static bool From(Js& js, v8::Local<v8::Value> value, T** out) {
    if (!js.Constructor(T::kClassName)->HasInstance(value)) return false;
    *out = Unwrap<T>(value.As<v8::Object>());
    return *out != nullptr;
  }
  static v8::Local<v8::Value> To(Js& js, T* value) {
    if (!value) return js.Null();
    return value->object(js.isolate());
  }
};

}  // namespace rondo

#endif  // RONDO_JS_WRAPPED_H_
