#include "runtime/loop/loop.h"

#include <time.h>
#include <unistd.h>

#include <cstdio>

#include "runtime/base/check.h"
#include "runtime/js/exception.h"
#include "runtime/loop/loop_times.h"
#include "runtime/loop/request.h"

namespace rondo {

Loop::Loop(Js& js) : js_(js) {
  RONDO_CHECK(uv_loop_init(&uv_) == 0);
  uv_.data = this;
  isolate()->SetData(kLoopSlot, this);
  isolate()->SetMicrotasksPolicy(v8::MicrotasksPolicy::kExplicit);
  isolate()->SetPromiseRejectCallback(&Loop::OnReject);

  uv_prepare_init(&uv_, &prepare_);
  uv_check_init(&uv_, &check_);
  uv_idle_init(&uv_, &idle_);
  uv_timer_init(&uv_, &timer_);
  prepare_.data = check_.data = idle_.data = timer_.data = this;
  uv_prepare_start(&prepare_, [](uv_prepare_t* h) { static_cast<Loop*>(h->data)->OnPrepare(); });
  uv_check_start(&check_, [](uv_check_t* h) { static_cast<Loop*>(h->data)->OnCheck(); });
  uv_unref(reinterpret_cast<uv_handle_t*>(&prepare_));
  uv_unref(reinterpret_cast<uv_handle_t*>(&check_));
  uv_unref(reinterpret_cast<uv_handle_t*>(&timer_));
}

Loop::~Loop() {
  for (auto entry = states_.rbegin(); entry != states_.rend(); ++entry)
    entry->destroy(entry->value);
  isolate()->SetData(kLoopSlot, nullptr);
}

size_t Loop::NewStateSlot() {
  static std::atomic<size_t> slots{0};
  return slots.fetch_add(1, std::memory_order_relaxed);
}

void Loop::Attach(LoopHooks hooks, const SharedArrays& arrays) {
  hooks_ = std::move(hooks);
  auto memory = [this](v8::Local<v8::TypedArray> array) {
    hook_arrays_.emplace_back(isolate(), array);
    return static_cast<uint8_t*>(array->Buffer()->Data()) + array->ByteOffset();
  };
  tick_info_ = reinterpret_cast<int32_t*>(memory(arrays.ticks));
  timer_info_ = reinterpret_cast<double*>(memory(arrays.timers));
  immediate_info_ = reinterpret_cast<uint32_t*>(memory(arrays.immediates));
  task_info_ = reinterpret_cast<double*>(memory(arrays.task));
  set_origins_wanted(origins_wanted_);
}

double Loop::Now() {
  uv_update_time(&uv_);
  return static_cast<double>(uv_now(&uv_));
}

void Loop::PostCompletion(RequestBase* request) { posted_.push_back(request); }

bool Loop::KeepsAlive() const {
  return uv_loop_alive(&uv_) != 0 || !posted_.empty() || !ready_.empty() ||
         (immediate_info_ && immediate_info_[1] > 0) || (timer_info_ && timer_info_[1] > 0);
}

uint64_t ThreadCpuNs() {
  timespec cpu;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &cpu);
  return static_cast<uint64_t>(cpu.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(cpu.tv_nsec);
}

int Loop::Run() {
  State<LoopTimes>() = {.start_ns = NowNs(), .start_cpu_ns = ThreadCpuNs()};
  for (;;) {
    uv_run(&uv_, UV_RUN_DEFAULT);
    if ((platform_pump_ && platform_pump_(*this)) || KeepsAlive()) continue;
    RunTask(TaskKind::kExit, [this] { CallHook(hooks_.emit_before_exit); });
    if (!KeepsAlive()) break;
  }
  State<LoopTimes>().exit_ns = NowNs();

  int code = 0;
  RunTask(TaskKind::kExit, [this, &code] {
    v8::Local<v8::Value> result;
    if (Call(js_.Undefined(), hooks_.emit_exit.Get(isolate()), 0, nullptr).ToLocal(&result) &&
        result->IsInt32()) {
      code = result.As<v8::Int32>()->Value();
    }
    // Timers, immediates and ticks that 'exit' listeners made do not run, as in Node.
    exiting_ = true;
  });
  return code;
}

void Loop::AtExit(void (*fn)(void*), void* data) { at_exit_.emplace_back(fn, data); }

void Loop::Exit(int code) {
  while (!at_exit_.empty()) {
    auto [fn, data] = at_exit_.back();
    at_exit_.pop_back();
    fn(data);
  }
  std::fflush(nullptr);
  _exit(code);
}

void Loop::HandleUncaught(v8::Local<v8::Value> exception, v8::Local<v8::Message> message,
                          bool from_promise) {
  if (exiting_) return;
  std::string arrow = AttachedArrow(js_, exception);
  if (arrow.empty()) arrow = SourceArrow(js_, message);
  v8::Local<v8::Value> argv[] = {exception, js_.Bool(from_promise), js_.String(arrow),
                                 js_.String(ThrowStack(js_, message))};
  v8::TryCatch try_catch(isolate());
  v8::Local<v8::Value> handled;
  if (hooks_.on_uncaught.IsEmpty() || !hooks_.on_uncaught.Get(isolate())
                                           ->Call(js_.context(), js_.Undefined(), 4, argv)
                                           .ToLocal(&handled)) {
    // The handler itself failed before it could print: say what we can, and end with Node's code
    // for that.
    v8::Local<v8::Value> shown = try_catch.HasCaught() ? try_catch.Exception() : exception;
    v8::Local<v8::Value> stack;
    if (shown->IsObject() && js_.Get(shown.As<v8::Object>(), "stack").ToLocal(&stack) &&
        stack->IsString())
      shown = stack;
    std::fprintf(stderr, "%s%s\n", arrow.c_str(), js_.Utf8(shown).c_str());
    Exit(7);
  }
  if (!handled->IsTrue()) Exit(1);
}

void Loop::OnReject(v8::PromiseRejectMessage message) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  Loop& loop = From(isolate);
  if (loop.hooks_.on_reject.IsEmpty()) return;
  v8::Local<v8::Value> reason = message.GetValue();
  if (reason.IsEmpty()) reason = v8::Undefined(isolate);
  v8::Local<v8::Value> argv[] = {loop.js_.Int(message.GetEvent()), message.GetPromise(), reason};
  // V8 calls this in the middle of JavaScript; the hook only notes the event, so nothing may escape
  // from it.
  v8::TryCatch try_catch(isolate);
  if (loop.CallInside(loop.js_.Undefined(), loop.hooks_.on_reject.Get(isolate), 3, argv)
          .IsEmpty()) {
    RONDO_DCHECK(try_catch.HasTerminated());
  }
}

}  // namespace rondo
