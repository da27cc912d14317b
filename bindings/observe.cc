// binding:observe: the long tasks of this process, for process.longTasks().
#include <optional>

#include "bindings/all.h"
#include "runtime/base/format.h"
#include "runtime/observe/observer.h"

namespace rondo {
namespace {

v8::Local<v8::Object> ToObject(Js& js, const Waiters& waiters) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  js.Set(out, "count", js.Int(waiters.count));
  js.Set(out, "longest", js.Number(Ms(waiters.longest_ns)));
  js.Set(out, "total", js.Number(Ms(waiters.total_ns)));
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

v8::Local<v8::Array> ToArray(Js& js, const std::vector<SourceFrame>& stack) {
  std::vector<v8::Local<v8::Value>> frames;
  frames.reserve(stack.size());
  for (const SourceFrame& frame : stack) frames.push_back(ToObject(js, frame));
  return v8::Array::New(js.isolate(), frames.data(), frames.size());
}

v8::Local<v8::Object> ToObject(Js& js, const TimeSplit& split) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  js.Set(out, "javascript", js.Number(Ms(split.javascript_ns)));
  js.Set(out, "sync", js.Number(Ms(split.sync_ns)));
  js.Set(out, "gc", js.Number(Ms(split.gc_ns)));
  js.Set(out, "cpuWait", js.Number(Ms(split.cpu_wait_ns)));
  js.Set(out, "stopped", js.Number(Ms(split.stopped_ns)));
  js.Set(out, "unattributed", js.Number(Ms(split.unattributed_ns)));
  return out;
}

v8::Local<v8::Object> ToObject(Js& js, const GcTimes& gc) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  js.Set(out, "count", js.Int(static_cast<int32_t>(gc.count)));
  js.Set(out, "scavenge", js.Number(Ms(gc.scavenge_ns)));
  js.Set(out, "full", js.Number(Ms(gc.full_ns)));
  js.Set(out, "other", js.Number(Ms(gc.other_ns)));
  return out;
}

v8::Local<v8::Array> CallsOf(Js& js, const CallTree& tree, const CallNode& node) {
  std::vector<v8::Local<v8::Value>> calls;
  for (const CallNode& call : node.calls) {
    v8::Local<v8::Object> out = v8::Object::New(js.isolate());
    js.Set(out, "function", js.String(call.function));
    js.Set(out, "file", js.String(call.file));
    js.Set(out, "line", js.Int(call.line));
    if (call.skipped > 0) js.Set(out, "skipped", js.Int(call.skipped));
    js.Set(out, "total", js.Number(CallShare(tree, call.total)));
    js.Set(out, "self", js.Number(CallShare(tree, call.self)));
    js.Set(out, "other", js.Number(CallShare(tree, call.other)));
    js.Set(out, "calls", CallsOf(js, tree, call));
    calls.push_back(out);
  }
  return v8::Array::New(js.isolate(), calls.data(), calls.size());
}

v8::Local<v8::Object> ToObject(Js& js, const CallTree& tree) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  js.Set(out, "count", js.Number(tree.count));
  js.Set(out, "late", js.Number(tree.late));
  js.Set(out, "other", js.Number(CallShare(tree, tree.root.other)));
  js.Set(out, "calls", CallsOf(js, tree, tree.root));
  return out;
}

v8::Local<v8::Object> ToObject(Js& js, const LongTask& task) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::Object> out = v8::Object::New(isolate);
  js.Set(out, "number", js.Number(static_cast<double>(task.record.number)));
  js.Set(out, "kind", js.Latin1(TaskKindName(task.record.kind)));
  js.Set(out, "startTime", js.Number(Ms(task.record.start_ns)));
  js.Set(out, "duration", js.Number(Ms(task.duration_ns())));
  js.Set(out, "drain", js.Number(Ms(task.drain_ns)));
  js.Set(out, "ticks", js.Number(static_cast<double>(task.record.ticks)));
  js.Set(out, "microtasks", js.Number(static_cast<double>(task.record.microtasks)));
  if (task.record.queued_ns != 0) js.Set(out, "queueTime", js.Number(Ms(task.record.queued_ns)));
  if (task.record.ready_ns != 0) js.Set(out, "readyTime", js.Number(Ms(task.record.ready_ns)));
  js.Set(out, "split", ToObject(js, task.split));
  js.Set(out, "gc", ToObject(js, task.gc));
  if (task.split.throttled_ns > 0) js.Set(out, "throttled", js.Number(Ms(task.split.throttled_ns)));

  if (!task.invoker.empty()) js.Set(out, "invoker", ToObject(js, task.invoker.front()));
  if (!task.origin.empty()) js.Set(out, "origin", ToArray(js, task.origin));

  v8::Local<v8::Object> cause = v8::Object::New(isolate);
  js.Set(cause, "type", js.Latin1(CauseName(task.cause)));
  js.Set(cause, "activity", js.Latin1(CauseName(task.activity)));
  js.Set(cause, "name", js.String(task.name));
  js.Set(cause, "arguments", js.String(task.arguments));
  js.Set(cause, "duration", js.Number(Ms(task.cause_ns)));
  js.Set(cause, "calls", js.Number(static_cast<double>(task.count)));
  js.Set(cause, "located", js.Bool(task.stack_is_culprit()));
  if (!task.within.empty()) js.Set(cause, "within", ToArray(js, task.within));
  js.Set(cause, "stack", ToArray(js, task.stack));
  js.Set(out, "cause", cause);
  std::vector<v8::Local<v8::Value>> seen;
  for (const SeenStack& stack : task.seen) {
    v8::Local<v8::Object> entry = v8::Object::New(isolate);
    js.Set(entry, "count", js.Int(stack.count));
    js.Set(entry, "stack", ToArray(js, stack.stack));
    seen.push_back(entry);
  }
  js.Set(out, "seen", v8::Array::New(isolate, seen.data(), seen.size()));
  if (task.tree) js.Set(out, "tree", ToObject(js, *task.tree));

  v8::Local<v8::Object> victims = v8::Object::New(isolate);
  js.Set(victims, "timers", ToObject(js, task.victims.timers));
  js.Set(victims, "immediates", ToObject(js, task.victims.immediates));
  js.Set(victims, "completions", ToObject(js, task.victims.completions));
  js.Set(victims, "sockets", ToObject(js, task.victims.sockets));
  js.Set(victims, "connections", ToObject(js, task.victims.connections));
  js.Set(out, "victims", victims);
  return out;
}

// Those that are kept; with a number, those of them that come after the task of that number.
v8::Local<v8::Array> LongTasks(Loop& loop, Js& js, std::optional<double> after) {
  std::vector<v8::Local<v8::Value>> out;
  if (auto* observer = static_cast<Observer*>(loop.observer())) {
    for (const LongTask& task : observer->long_tasks()) {
      if (static_cast<double>(task.record.number) > after.value_or(0))
        out.push_back(ToObject(js, task));
    }
  }
  return v8::Array::New(js.isolate(), out.data(), out.size());
}

v8::Local<v8::Object> ToObject(Js& js, const PoolWork& work, uint64_t now_ns) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  const uint64_t end_ns = work.end_ns == 0 ? now_ns : work.end_ns;
  js.Set(out, "name", js.Latin1(work.name));
  js.Set(out, "startTime", js.Number(Ms(work.start_ns)));
  js.Set(out, "duration", js.Number(Ms(end_ns > work.start_ns ? end_ns - work.start_ns : 0)));
  js.Set(out, "running", js.Bool(work.end_ns == 0));
  return out;
}

v8::Local<v8::Object> ToObject(Js& js, const PoolJam& jam) {
  v8::Isolate* isolate = js.isolate();
  const PoolWait& wait = jam.longest;
  v8::Local<v8::Object> out = v8::Object::New(isolate);
  js.Set(out, "startTime", js.Number(Ms(jam.start_ns)));
  js.Set(out, "duration", js.Number(Ms(jam.end_ns - jam.start_ns)));
  js.Set(out, "count", js.Number(static_cast<double>(jam.count)));
  js.Set(out, "longest", js.Number(Ms(wait.waited_ns())));
  js.Set(out, "name", js.Latin1(wait.name));
  js.Set(out, "ahead", js.Number(wait.ahead));
  js.Set(out, "threads", js.Number(wait.threads));
  js.Set(out, "cause", js.Latin1(PoolCauseName(wait.cause)));
  std::vector<v8::Local<v8::Value>> work;
  for (const PoolWork& each : wait.work) work.push_back(ToObject(js, each, wait.start_ns));
  js.Set(out, "work", v8::Array::New(isolate, work.data(), work.size()));
  return out;
}

// `get`: () => the callback of queueMicrotask that ran last.
void SetLastMicrotask(Loop& loop, v8::Local<v8::Function> get) {
  if (auto* observer = static_cast<Observer*>(loop.observer())) observer->set_last_microtask(get);
}

v8::Local<v8::Array> PoolWaitsOf(Loop& loop, Js& js) {
  std::vector<v8::Local<v8::Value>> out;
  if (auto* observer = static_cast<Observer*>(loop.observer())) {
    for (const PoolJam& jam : observer->pool_waits().jams()) out.push_back(ToObject(js, jam));
  }
  return v8::Array::New(js.isolate(), out.data(), out.size());
}

}  // namespace

constinit const BindingSpec kObserveBinding =
    Binding<"observe", Fn<"longTasks", &LongTasks, "after">, Fn<"poolWaits", &PoolWaitsOf>,
            Fn<"setLastMicrotask", &SetLastMicrotask, "get">>;

}  // namespace rondo
