// What the loop adds to every entry into JavaScript: the task with its record and drain, and the
// ring of records.
#include <benchmark/benchmark.h>

#include "bench/micro_cpp/harness.h"
#include "runtime/observe/task_ring.h"

namespace rondo::bench {
namespace {

void EmptyTask(benchmark::State& state) {
  Loop& loop = TheEngine().loop();
  for (auto _ : state) loop.RunTask(TaskKind::kRead, [] {});
}
BENCHMARK(EmptyTask);

void TaskWithCall(benchmark::State& state) {
  Engine& engine = TheEngine();
  v8::HandleScope handles(engine.js().isolate());
  v8::Local<v8::Function> function = Compile("() => {}");
  for (auto _ : state) {
    engine.loop().RunTask(TaskKind::kRead, [&] {
      benchmark::DoNotOptimize(
          engine.loop().Call(engine.js().context()->Global(), function, 0, nullptr));
    });
  }
}
BENCHMARK(TaskWithCall);

void TaskRingAdd(benchmark::State& state) {
  TaskRing ring;
  TaskRecord record;
  for (auto _ : state) {
    ++record.number;
    ring.Add(record);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(TaskRingAdd);

}  // namespace
}  // namespace rondo::bench
