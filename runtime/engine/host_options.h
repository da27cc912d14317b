// Host-defined options: what a script carries so that `import()` in it finds its way.
//
// One primitive: undefined (the default loader, with the script's name as referrer), false
// (import() is refused), or a symbol that lib/internal/modules/esm_loader.ts knows.
#ifndef RONDO_ENGINE_HOST_OPTIONS_H_
#define RONDO_ENGINE_HOST_OPTIONS_H_

#include "runtime/js/exception.h"
#include "runtime/js/js.h"

namespace rondo {

inline v8::Local<v8::PrimitiveArray> HostOptions(v8::Isolate* isolate,
                                                 v8::Local<v8::Primitive> importer) {
  v8::Local<v8::PrimitiveArray> options = v8::PrimitiveArray::New(isolate, 1);
  options->Set(isolate, 0, importer);
  return options;
}

// The origin of a script or module named `name`; lines and columns of the first character count
// from 0.
inline v8::ScriptOrigin Origin(v8::Local<v8::String> name,
                               v8::Local<v8::PrimitiveArray> host_options, bool is_module = false,
                               int line = 0, int column = 0) {
  return v8::ScriptOrigin(name, line, column, false, -1, v8::Local<v8::Value>(), false, false,
                          is_module, host_options);
}

// Runs a compilation. When it fails, the SyntaxError keeps the source line where it arose, and
// stays pending.
template <class T, class F>
v8::MaybeLocal<T> CompileWithArrow(Js& js, F&& compile) {
  v8::TryCatch caught(js.isolate());
  v8::MaybeLocal<T> result = compile();
  if (result.IsEmpty() && caught.HasCaught() && !caught.HasTerminated()) {
    AttachArrow(js, caught.Exception(), caught.Message());
    caught.ReThrow();
  }
  return result;
}

}  // namespace rondo

#endif  // RONDO_ENGINE_HOST_OPTIONS_H_
