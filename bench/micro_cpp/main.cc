// Micro-benchmarks of Rondo's C++ that need no server: micro_cpp [--benchmark_filter=REGEXP] and
// Google Benchmark's other options.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>

#include "bench/micro_cpp/harness.h"
#include "runtime/base/check.h"

namespace rondo::bench {

Engine& TheEngine() {
  static Options options;
  static Engine* engine = [] {
    InitializeV8(options);
    return new Engine(options, {});
  }();
  return *engine;
}

v8::Local<v8::Function> Compile(const std::string& source) {
  Js& js = TheEngine().js();
  v8::Local<v8::Script> script;
  v8::Local<v8::Value> value;
  RONDO_CHECK(v8::Script::Compile(js.context(), js.String("(" + source + ")")).ToLocal(&script));
  RONDO_CHECK(script->Run(js.context()).ToLocal(&value) && value->IsFunction());
  return value.As<v8::Function>();
}

}  // namespace rondo::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  std::fflush(nullptr);
  _exit(0);  // as Rondo ends: V8 is not torn down
}
