// Compiles units of lib/ and instantiates bindings: binding:engine, and the start of everything.
#ifndef RONDO_ENGINE_BUILTIN_LOADER_H_
#define RONDO_ENGINE_BUILTIN_LOADER_H_

#include <span>

#include "runtime/js/binding.h"

namespace rondo {

extern const BindingSpec kEngineBinding;

// Gives the loader the bindings that `binding:NAME` may name. Before RunBootstrap.
void SetBindings(Js& js, std::span<const BindingSpec* const> bindings);

// Runs the core bundle: lib/'s modules exist afterwards. Returns its exports ({ start }).
// Reads nothing of the process, so that it can run on the build machine.
v8::MaybeLocal<v8::Object> RunBootstrap(Js& js);

}  // namespace rondo

#endif  // RONDO_ENGINE_BUILTIN_LOADER_H_
