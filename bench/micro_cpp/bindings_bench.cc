// What a call of a binding costs: the conversion of its arguments and of its result.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/micro_cpp/harness.h"
#include "runtime/js/binding.h"

namespace rondo::bench {
namespace {

int32_t Add(int32_t a, int32_t b) { return a + b; }
double Length(std::string text) { return static_cast<double>(text.size()); }
double Size(ByteView bytes) { return static_cast<double>(bytes.size); }
Bytes Make(uint32_t size) { return Bytes(size); }

constexpr BindingSpec kMicro =
    Binding<"micro", Fn<"add", &Add, "a", "b">, Fn<"length", &Length, "text">,
            Fn<"size", &Size, "bytes">, Fn<"make", &Make, "size">>;
constexpr int kCalls = 1000;  // in one entry, so that the entry does not count

/// Runs `body`, an expression of `t` (the binding), `i` and `x` (what `setup` evaluates to), kCalls
/// times an iteration.
void Calls(benchmark::State& state, const char* setup, const char* body) {
  Engine& engine = TheEngine();
  Js& js = engine.js();
  v8::HandleScope handles(js.isolate());
  v8::Local<v8::Object> target = v8::Object::New(js.isolate());
  kMicro.install(js, target);
  v8::Local<v8::Function> loop =
      Compile(std::string("(t) => { const x = ") + setup + "; return () => { for (let i = 0; i < " +
              std::to_string(kCalls) + "; i++) " + body + "; }; }");
  v8::Local<v8::Value> argument = target;
  // In one task: what it adds is in loop_bench.cc.
  engine.loop().RunTask(TaskKind::kMain, [&] {
    v8::Local<v8::Value> global = js.context()->Global();
    v8::Local<v8::Value> run;
    if (!engine.loop().Call(global, loop, 1, &argument).ToLocal(&run))
      return state.SkipWithError("the benchmark's setup threw");
    for (auto _ : state) {
      v8::HandleScope inner(js.isolate());
      if (engine.loop().Call(global, run.As<v8::Function>(), 0, nullptr).IsEmpty())
        return state.SkipWithError("the benchmark's script threw");
    }
  });
  state.SetItemsProcessed(state.iterations() * kCalls);
}

BENCHMARK_CAPTURE(Calls, int32_arguments, "0", "t.add(i, 1)");
BENCHMARK_CAPTURE(Calls, string_16, "'a'.repeat(16)", "t.length(x)");
BENCHMARK_CAPTURE(Calls, string_utf8_16, "'\\u20ac'.repeat(16)", "t.length(x)");
BENCHMARK_CAPTURE(Calls, string_4096, "'a'.repeat(4096)", "t.length(x)");
BENCHMARK_CAPTURE(Calls, byte_view, "new Uint8Array(64)", "t.size(x)");
BENCHMARK_CAPTURE(Calls, bytes_result_1024, "0", "t.make(1024)");

}  // namespace
}  // namespace rondo::bench
