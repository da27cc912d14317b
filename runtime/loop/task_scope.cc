// The door: what happens before and after every task.
#include <algorithm>

#include "runtime/base/check.h"
#include "runtime/loop/coarse_clock.h"
#include "runtime/loop/loop.h"

namespace rondo {

namespace {

constexpr uint64_t kLongNs = 1'000'000;

}  // namespace

Loop::TaskScope::TaskScope(Loop& loop, TaskKind kind, v8::Local<v8::Value> async_context)
    : loop_(loop),
      handles_(loop.isolate()),
      context_(loop.js_.context()),
      outermost_(loop.depth_ == 0) {
  ++loop_.depth_;
  if (outermost_) {
    loop_.OpenRecord(kind, loop_.TaskStartNs());
    loop_.isolate()->SetContinuationPreservedEmbedderData(
        async_context.IsEmpty() ? loop_.js_.Undefined() : async_context);
  }
}

Loop::TaskScope::~TaskScope() {
  if (outermost_) {
    loop_.Drain();
    loop_.SyncHandles();
    loop_.CloseRecord(loop_.TaskEndNs());
  }
  --loop_.depth_;
}

void Loop::OpenRecord(TaskKind kind, uint64_t now_ns) {
  record_.number = ++task_count_;
  record_.kind = kind;
  record_.start_ns = now_ns;
  record_.queued_ns = record_.ready_ns = 0;
  record_.origin = 0;
  ticks_before_ = tick_info_ ? static_cast<uint32_t>(tick_info_[2]) : 0;
  microtasks_before_ = tick_info_ ? static_cast<uint32_t>(tick_info_[3]) : 0;
  if (task_info_) task_info_[0] = static_cast<double>(now_ns) * 1e-6;
  callbacks_in_record_ = 0;
  invoker_ = nullptr;
  running_request_ = nullptr;
  current_kind_.store(kind, std::memory_order_relaxed);
  current_start_ns_.store(record_.start_ns, std::memory_order_relaxed);
  current_number_.store(record_.number, std::memory_order_release);
  if (observer_) observer_->OnTaskStart(record_);
}

void Loop::CloseRecord(uint64_t now_ns) {
  current_number_.store(0, std::memory_order_release);
  record_.end_ns = now_ns;
  if (!observer_) return;
  record_.ticks = ticks_run();
  record_.microtasks = microtasks_run();
  // lib/ says it of the callback that ran last, which in a task that took long is the one.
  if (task_info_ && (record_.kind == TaskKind::kTimer || record_.kind == TaskKind::kImmediate)) {
    record_.queued_ns = static_cast<uint64_t>(task_info_[1] * 1e6);
    record_.ready_ns = static_cast<uint64_t>(task_info_[2] * 1e6);
    record_.origin = static_cast<uint32_t>(task_info_[3]);
    task_info_[1] = task_info_[2] = task_info_[3] = 0;
  }
  observer_->OnTaskEnd(record_);
  // What an observer does about a long task is not the next task's time.
  if (now_ns - record_.start_ns > kLongNs) turn_begins_ = true;
}

uint64_t Loop::TaskStartNs() {
  if (!observer_) return 0;
  if (turn_begins_) {
    last_ns_ = NowNs();
    short_tasks_ = 0;
  }
  turn_begins_ = false;
  return last_ns_;
}

uint64_t Loop::TaskEndNs() {
  if (!observer_) return 0;
  if (exact_times_) return last_ns_ = NowNs();
  const uint64_t tick_ns = CoarseNs();
  if (tick_ns <= last_ns_) {
    ++short_tasks_;
    return last_ns_;
  }
  const uint64_t now_ns = NowNs();
  // Many short tasks since the last reading: their time is not this one's, of which only that since
  // the tick is certain.
  const bool others = (now_ns - last_ns_) / (short_tasks_ + 1) < kLongNs / 4;
  if (short_tasks_ > 0 && others && now_ns - tick_ns < kLongNs)
    record_.start_ns = std::max(record_.start_ns, tick_ns);
  short_tasks_ = 0;
  return last_ns_ = now_ns;
}

// Reading the exact clock costs more than all else that happens between two short callbacks. The
// kernel's coarse one tells whether it ticked since `start_ns`.
bool Loop::TickedSince(uint64_t start_ns) { return CoarseNs() > start_ns; }

void Loop::Drain() {
  if (observer_) record_.js_end_ns = TickedSince(record_.start_ns) ? NowNs() : record_.start_ns;
  if (!tick_info_) {
    isolate()->PerformMicrotaskCheckpoint();
    return;
  }
  if (exiting_) {
    // After 'exit' the microtasks of its listeners still run, as in Node; ticks do not.
    isolate()->PerformMicrotaskCheckpoint();
    return;
  }
  for (;;) {
    if (tick_info_[0] != 0) {
      phase_ = TaskPhase::kTicks;
      CallHook(hooks_.run_ticks);
    }
    phase_ = TaskPhase::kMicrotasks;
    isolate()->PerformMicrotaskCheckpoint();
    if (tick_info_[0] != 0) continue;
    if (tick_info_[1] == 0) break;
    phase_ = TaskPhase::kRejections;
    CallHook(hooks_.process_rejections);
  }
  phase_ = TaskPhase::kBody;
}

bool Loop::SharesRecord() {
  // Immediates that a timer set are those that wait if the next timer takes long.
  if (record_.kind == TaskKind::kTimer && immediate_info_[0] > 0) return false;
  return !observer_ ||
         (++callbacks_in_record_ < kCallbacksInRecord && !TickedSince(record_.start_ns));
}

void Loop::BetweenCallbacks() {
  TaskKind kind = record_.kind;
  Drain();
  if (!SharesRecord()) {
    CloseRecord(TaskEndNs());
    OpenRecord(kind, TaskStartNs());
  }
  isolate()->SetContinuationPreservedEmbedderData(js_.Undefined());
}

v8::MaybeLocal<v8::Value> Loop::Call(v8::Local<v8::Value> receiver,
                                     v8::Local<v8::Function> function, int argc,
                                     v8::Local<v8::Value>* argv) {
  RONDO_DCHECK(depth_ > 0);
  if (exiting_) return {};
  v8::TryCatch try_catch(isolate());
  v8::MaybeLocal<v8::Value> result = function->Call(js_.context(), receiver, argc, argv);
  if (result.IsEmpty() && try_catch.HasCaught() && !try_catch.HasTerminated()) {
    HandleUncaught(try_catch.Exception(), try_catch.Message(), false);
  }
  return result;
}

v8::MaybeLocal<v8::Value> Loop::CallInside(v8::Local<v8::Value> receiver,
                                           v8::Local<v8::Function> function, int argc,
                                           v8::Local<v8::Value>* argv) {
  return function->Call(js_.context(), receiver, argc, argv);
}

int Loop::CountOverdueTimers(double now_ms) {
  v8::HandleScope handles(isolate());
  v8::Local<v8::Value> now = js_.Number(now_ms);
  v8::Local<v8::Value> count;
  if (hooks_.count_overdue.IsEmpty() ||
      !Call(js_.Undefined(), hooks_.count_overdue.Get(isolate()), 1, &now).ToLocal(&count) ||
      !count->IsInt32()) {
    return 0;
  }
  return count.As<v8::Int32>()->Value();
}

v8::Local<v8::Value> Loop::LastTick() {
  if (hooks_.last_tick.IsEmpty()) return {};
  return Call(js_.Undefined(), hooks_.last_tick.Get(isolate()), 0, nullptr)
      .FromMaybe(v8::Local<v8::Value>());
}

v8::Local<v8::Value> Loop::Invoker() {
  if (invoker_) return invoker_->Get(isolate());
  const bool immediate = record_.kind == TaskKind::kImmediate;
  if ((!immediate && record_.kind != TaskKind::kTimer) || hooks_.last_callback.IsEmpty()) return {};
  v8::Local<v8::Value> argument = js_.Bool(immediate);
  return Call(js_.Undefined(), hooks_.last_callback.Get(isolate()), 1, &argument)
      .FromMaybe(v8::Local<v8::Value>());
}

void Loop::CallHook(const v8::Global<v8::Function>& hook) {
  v8::HandleScope handles(isolate());
  (void)Call(js_.Undefined(), hook.Get(isolate()), 0, nullptr);
}

}  // namespace rondo
