// Contexts whose global variables are the properties of an ordinary object (vm.createContext).
#ifndef RONDO_BINDINGS_VM_CONTEXTIFY_H_
#define RONDO_BINDINGS_VM_CONTEXTIFY_H_

#include "runtime/js/js.h"

namespace rondo {

// Makes a context. With `sandbox`, its globals are the sandbox's properties, and the sandbox is
// marked; without, it is an ordinary context, and its global object is marked. Returns the
// context's global object.
v8::MaybeLocal<v8::Object> MakeVmContext(Js& js, v8::Local<v8::Object> sandbox, bool allow_eval);

// The context of a marked object; empty for any other object.
v8::MaybeLocal<v8::Context> VmContextOf(Js& js, v8::Local<v8::Object> object);

}  // namespace rondo

#endif  // RONDO_BINDINGS_VM_CONTEXTIFY_H_
