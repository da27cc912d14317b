// binding:observe: the long tasks of this process, for process.longTasks().
#include "bindings/all.h"
#include "runtime/observe/observer.h"

namespace rondo {
namespace {

double Ms(uint64_t ns) { return static_cast<double>(ns) / 1e6; }

v8::Local<v8::Object> ToObject(Js& js, const Waiters& waiters) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  js.Set(out, "count", js.Int(waiters.count));
  js.Set(out, "longest", js.Number(Ms(waiters.longest_ns)));
  return out;
}

v8::Local<v8::Object> ToObject(Js& js, const SourceFrame& frame) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  js.Set(out, "function", js.String(frame.function));
  js.Set(out, "file", js.String(frame.file));
  js.Set(out, "line", js.Int(frame.line));
  js.Set(out, "column", js.Int(frame.column));
  return out;
}

v8::Local<v8::Object> ToObject(Js& js, const LongTask& task) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::Object> out = v8::Object::New(isolate);
  js.Set(out, "number", js.Number(static_cast<double>(task.record.number)));
  js.Set(out, "kind", js.Latin1(TaskKindName(task.record.kind)));
  js.Set(out, "startTime", js.Number(Ms(task.record.start_ns)));
  js.Set(out, "duration", js.Number(Ms(task.duration_ns())));
  js.Set(out, "gc", js.Number(Ms(task.gc_ns)));

  v8::Local<v8::Object> cause = v8::Object::New(isolate);
  js.Set(cause, "type", js.Latin1(CauseName(task.cause)));
  js.Set(cause, "name", js.String(task.name));
  js.Set(cause, "duration", js.Number(Ms(task.cause_ns)));
  js.Set(cause, "calls", js.Number(static_cast<double>(task.cause_count)));
  std::vector<v8::Local<v8::Value>> frames;
  for (const SourceFrame& frame : task.stack) frames.push_back(ToObject(js, frame));
  js.Set(cause, "stack", v8::Array::New(isolate, frames.data(), frames.size()));
  js.Set(out, "cause", cause);

  v8::Local<v8::Object> victims = v8::Object::New(isolate);
  js.Set(victims, "timers", ToObject(js, task.victims.timers));
  js.Set(victims, "immediates", ToObject(js, task.victims.immediates));
  js.Set(victims, "completions", ToObject(js, task.victims.completions));
  js.Set(victims, "sockets", ToObject(js, task.victims.sockets));
  js.Set(victims, "connections", ToObject(js, task.victims.connections));
  js.Set(out, "victims", victims);
  return out;
}

v8::Local<v8::Array> LongTasks(Loop& loop, Js& js) {
  std::vector<v8::Local<v8::Value>> out;
  if (auto* observer = static_cast<Observer*>(loop.observer())) {
    for (const LongTask& task : observer->long_tasks()) out.push_back(ToObject(js, task));
  }
  return v8::Array::New(js.isolate(), out.data(), out.size());
}

}  // namespace

constinit const BindingSpec kObserveBinding = Binding<"observe", Fn<"longTasks", &LongTasks>>;

}  // namespace rondo
