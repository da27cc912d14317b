// binding:loop, binding:async_context and binding:clock: lib/'s side of the door.
#include "runtime/loop/loop_binding.h"

#include <sys/time.h>

#include "runtime/js/binding.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

// hooks: an object with the functions and arrays named in Loop::Attach.
Result<void> Attach(Loop& loop, Js& js, v8::Local<v8::Object> hooks) {
  bool complete = true;
  auto member = [&](const char* name) {
    v8::Local<v8::Value> value;
    if (!js.Get(hooks, name).ToLocal(&value)) value = js.Undefined();
    return value;
  };
  auto function = [&](const char* name) {
    v8::Local<v8::Value> value = member(name);
    if (!value->IsFunction()) {
      complete = false;
      return v8::Global<v8::Function>();
    }
    return v8::Global<v8::Function>(js.isolate(), value.As<v8::Function>());
  };
  LoopHooks out;
  out.run_ticks = function("runTicks");
  out.process_rejections = function("processRejections");
  out.process_timers = function("processTimers");
  out.process_immediates = function("processImmediates");
  out.on_reject = function("onReject");
  out.on_uncaught = function("onUncaught");
  out.emit_before_exit = function("emitBeforeExit");
  out.emit_exit = function("emitExit");
  out.last_tick = function("lastTick");
  out.count_overdue = function("countOverdue");
  out.last_callback = function("lastCallback");
  v8::Local<v8::Value> ticks = member("tickInfo");
  v8::Local<v8::Value> timers = member("timerInfo");
  v8::Local<v8::Value> immediates = member("immediateInfo");
  v8::Local<v8::Value> task = member("taskInfo");
  if (!complete || !ticks->IsInt32Array() || !timers->IsFloat64Array() ||
      !immediates->IsUint32Array() || !task->IsFloat64Array()) {
    return Error::Type("ERR_INVALID_ARG_TYPE", "loop.attach: a hook is missing");
  }
  loop.Attach(std::move(out), {ticks.As<v8::Int32Array>(), timers.As<v8::Float64Array>(),
                               immediates.As<v8::Uint32Array>(), task.As<v8::Float64Array>()});
  return Ok{};
}

// Where the caller asks for `callback` to be run; 0 when nobody wants to know.
uint32_t Origin(Loop& loop, v8::Local<v8::Function> callback) {
  return loop.observer() ? loop.observer()->OriginOf(callback) : 0;
}

void BetweenCallbacks(Loop& loop) { loop.BetweenCallbacks(); }

double Now(Loop& loop) { return loop.Now(); }
double FastNow(v8::Local<v8::Object>, v8::FastApiCallbackOptions& options) {
  return Loop::From(options.isolate).Now();
}

// The error is handled as if it had been thrown to the loop: 'uncaughtException', or the end of the
// process.
void TriggerUncaught(Loop& loop, Js& js, v8::Local<v8::Value> error, bool from_promise) {
  loop.HandleUncaught(error, v8::Exception::CreateMessage(js.isolate(), error), from_promise);
}

// V8's own functions getContinuationPreservedEmbedderData and set..., among others: optimised code
// inlines them, which it cannot do with ours.
v8::Local<v8::Object> Accessors(Js& js) { return js.context()->GetExtrasBindingObject(); }

void SetContext(Js& js, v8::Local<v8::Value> value) {
  js.isolate()->SetContinuationPreservedEmbedderData(value);
}

std::vector<std::string> ActiveResources(Loop& loop) {
  std::vector<std::string> names;
  for (Active* active = loop.active().first(); active; active = active->next()) {
    if (active->KeepsAlive()) names.emplace_back(active->name());
  }
  return names;
}

// Milliseconds of CLOCK_MONOTONIC with a fraction.
double ClockNow() { return static_cast<double>(uv_hrtime()) / 1e6; }
double FastClockNow(v8::Local<v8::Object>) { return ClockNow(); }

// The same clock in whole nanoseconds as a bigint, for process.hrtime.bigint().
v8::Local<v8::Value> ClockBigint(Js& js) {
  return v8::BigInt::NewFromUnsigned(js.isolate(), uv_hrtime());
}

// Where performance.now() counts from: the process's start on the clock, and in milliseconds since
// 1970.
double StartTime() { return static_cast<double>(ProcessStartNs()) / 1e6; }
double TimeOrigin() {
  timeval tv;
  gettimeofday(&tv, nullptr);
  return static_cast<double>(tv.tv_sec) * 1e3 + static_cast<double>(tv.tv_usec) / 1e3 -
         (ClockNow() - StartTime());
}

}  // namespace

uint64_t ProcessStartNs() {
  static const uint64_t start = uv_hrtime();
  return start;
}

constinit const BindingSpec kLoopBinding =
    Binding<"loop", Fn<"attach", &Attach, "hooks">, Fn<"betweenCallbacks", &BetweenCallbacks>,
            Fn<"origin", &Origin, "callback">, FastFn<"now", &Now, &FastNow>,
            Fn<"triggerUncaught", &TriggerUncaught, "error", "fromPromise">,
            Fn<"activeResources", &ActiveResources>>;

constinit const BindingSpec kAsyncContextBinding =
    Binding<"async_context", Fn<"accessors", &Accessors>, Fn<"set", &SetContext, "value">>;

constinit const BindingSpec kClockBinding =
    Binding<"clock", FastFn<"now", &ClockNow, &FastClockNow>, Fn<"bigint", &ClockBigint>,
            Fn<"startTime", &StartTime>, Fn<"timeOrigin", &TimeOrigin>>;

}  // namespace rondo
