// Composing an HTTP response in C++: head lines, date, body.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/micro_cpp/harness.h"
#include "bindings/http/http.h"

namespace rondo::bench {
namespace {

/// A response of status 200 with one header line of its own and a one-byte string of
/// `state.range(0)` characters.
void ComposeResponse(benchmark::State& state, uint32_t framing) {
  Engine& engine = TheEngine();
  Js& js = engine.js();
  v8::HandleScope handles(js.isolate());
  HttpState http;
  HttpOutput* out = http.BorrowOutput();
  const double settings[kSettingCount] = {5000, 0, 0};
  v8::Local<v8::Value> block = js.String("Content-Type: text/plain\r\n");
  v8::Local<v8::Value> body = js.String(std::string(static_cast<size_t>(state.range(0)), 'a'));
  const uint32_t flags = 200u | kAddDate | kKeepAlive | kKeepAliveLine | kLatin1 | kEnd | framing;
  for (auto _ : state) {
    v8::HandleScope inner(js.isolate());
    PinnedBytes large;
    out->Clear();
    ComposeHttp(engine.loop(), http, out, flags, block, body, v8::Local<v8::Value>(), settings,
                &large);
    benchmark::DoNotOptimize(out->data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(out->size()));
  http.ReturnOutput(out);
}
BENCHMARK_CAPTURE(ComposeResponse, length, kAddLength)->Arg(14)->Arg(4096);
BENCHMARK_CAPTURE(ComposeResponse, chunked, kAddChunked | kChunked)->Arg(14)->Arg(4096);

void DateLine(benchmark::State& state) {
  HttpState http;
  uv_loop_t* loop = TheEngine().loop().uv();
  for (auto _ : state) benchmark::DoNotOptimize(http.DateLine(loop));
}
BENCHMARK(DateLine);

}  // namespace
}  // namespace rondo::bench
