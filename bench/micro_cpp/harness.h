// The one engine of the micro-benchmarks: V8 starts once in a process.
#ifndef RONDO_BENCH_MICRO_CPP_HARNESS_H_
#define RONDO_BENCH_MICRO_CPP_HARNESS_H_

#include <string>

#include "runtime/engine/engine.h"

namespace rondo::bench {

/// The engine, without lib/'s bindings started by a script.
Engine& TheEngine();

/// Compiles `source`, the text of a function expression. A text that does not compile ends the
/// process.
v8::Local<v8::Function> Compile(const std::string& source);

}  // namespace rondo::bench

#endif  // RONDO_BENCH_MICRO_CPP_HARNESS_H_
