// Loop: libuv's loop, THE ONE DOOR into JavaScript, and what must happen around every task.
//
// One turn (libuv >= 1.45): pending, idle/prepare, poll (I/O), check (completions, setImmediate),
// closing, timers. Every entry of C++ into JavaScript as a macrotask goes through RunTask(); at its
// outermost end ticks, microtasks and rejections are drained. Nothing else in Rondo calls
// v8::Function::Call or performs a microtask checkpoint.
#ifndef RONDO_LOOP_LOOP_H_
#define RONDO_LOOP_LOOP_H_

#include <pthread.h>
#include <uv.h>

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include "runtime/js/js.h"
#include "runtime/js/trampoline.h"
#include "runtime/loop/active.h"
#include "runtime/loop/task.h"

namespace rondo {

class RequestBase;

// lib/'s half of the loop: functions and shared arrays that lib/internal/loop.ts hands over at
// every start.
struct LoopHooks {
  v8::Global<v8::Function> run_ticks;  // () => void: runs every tick, and those they queue
  v8::Global<v8::Function>
      process_rejections;  // () => void: unhandledRejection, rejectionHandled events
  v8::Global<v8::Function> process_timers;      // (now: ms) => void: runs what is due
  v8::Global<v8::Function> process_immediates;  // () => void
  v8::Global<v8::Function> on_reject;  // (kind, promise, reason) => void: V8's rejection events
  v8::Global<v8::Function>
      on_uncaught;  // (error, fromPromise, arrow, thrownAt) => boolean: handled
  v8::Global<v8::Function> emit_before_exit;  // () => void
  v8::Global<v8::Function> emit_exit;         // () => exit code
  v8::Global<v8::Function> last_tick;         // () => the callback of the tick that ran last
  v8::Global<v8::Function> count_overdue;     // (now: ms) => how many timers are due by then
  v8::Global<v8::Function> last_callback;     // (of an immediate: boolean) => that or the timer's
                                              // callback that ran last
};

// What a task is doing: its own JavaScript, or which part of the drain.
enum class TaskPhase : uint8_t { kBody, kTicks, kMicrotasks, kRejections };

class Loop {
 public:
  explicit Loop(Js& js);
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  static Loop& From(v8::Isolate* isolate) {
    return *static_cast<Loop*>(isolate->GetData(kLoopSlot));
  }

  uv_loop_t* uv() { return &uv_; }
  Js& js() { return js_; }
  v8::Isolate* isolate() { return js_.isolate(); }

  // State of a binding, made on first use and destroyed with the loop. S is default constructible.
  template <class S>
  S& State();

  // The one door. Runs `body` (which uses Call) as a task; at the outermost depth drains and closes
  // the record. `async_context` is what AsyncLocalStorage sees (empty: nothing).
  template <class F>
  void RunTask(TaskKind kind, F&& body, v8::Local<v8::Value> async_context = {}) {
    TaskScope scope(*this, kind, async_context);
    body();
  }

  // Calls JavaScript inside a task. When it throws, the exception goes to 'uncaughtException'
  // (which may end the process) and the result is empty.
  v8::MaybeLocal<v8::Value> Call(v8::Local<v8::Value> receiver, v8::Local<v8::Function> function,
                                 int argc, v8::Local<v8::Value>* argv);
  // The same for calls whose exception belongs to the JavaScript caller: nothing is caught. Only
  // from within a function that JavaScript called.
  v8::MaybeLocal<v8::Value> CallInside(v8::Local<v8::Value> receiver,
                                       v8::Local<v8::Function> function, int argc,
                                       v8::Local<v8::Value>* argv);

  // Between two callbacks of one batch (timers, immediates): drains, and unless both were short
  // closes one record and opens the next. Called by lib/ through binding:loop.
  void BetweenCallbacks();

  // Runs turns until nothing keeps the loop alive, with beforeExit in between. Returns the exit
  // code that lib/ gives.
  int Run();
  // Ends the process at once: flushes observers, restores terminals, _exit(code). For process.exit
  // and fatal errors.
  [[noreturn]] void Exit(int code);
  // Registers something to run in Exit, latest first.
  void AtExit(void (*fn)(void*), void* data);

  // An exception that nobody caught, inside a task. Ends the process unless a handler took it.
  void HandleUncaught(v8::Local<v8::Value> exception, v8::Local<v8::Message> message,
                      bool from_promise);

  // Milliseconds of the loop's clock (libuv's), brought up to date.
  double Now();
  // CLOCK_MONOTONIC in nanoseconds.
  static uint64_t NowNs() { return uv_hrtime(); }

  // A request that is complete already is delivered by the loop, in its own task, after the check
  // phase of the turn that it was posted in: never earlier than an immediate that was set with it,
  // as when it had gone through the pool.
  void PostCompletion(RequestBase* request);

  // lib/'s shared arrays: Int32Array [there are ticks, there are rejections, ticks run so far,
  // callbacks of queueMicrotask run so far (both wrap around)], Float64Array [next expiry, ref'd
  // timers], Uint32Array [immediates, ref'd immediates], Float64Array [start of the running task
  // (ours); when the running timer or immediate was set, when it was due, its origin (lib/'s);
  // whether origins are wanted (ours)]. Times in the loop's milliseconds.
  struct SharedArrays {
    v8::Local<v8::Int32Array> ticks;
    v8::Local<v8::Float64Array> timers;
    v8::Local<v8::Uint32Array> immediates;
    v8::Local<v8::Float64Array> task;
  };
  // Hands over lib/'s half.
  void Attach(LoopHooks hooks, const SharedArrays& arrays);

  ActiveList& active() { return active_; }
  void set_observer(TaskObserver* observer) { observer_ = observer; }
  // Gives every record an exact end, at which the next one of the turn is taken to begin. Without,
  // both are exact to a tick of the kernel's coarse clock (1 to 10 ms), at half the price.
  void UseExactTimes() { exact_times_ = true; }
  TaskObserver* observer() const { return observer_; }
  int depth() const { return depth_; }
  // The task that is running, for a watchdog on another thread: number 0 means idle.
  uint64_t current_number() const { return current_number_.load(std::memory_order_acquire); }
  uint64_t current_start_ns() const { return current_start_ns_.load(std::memory_order_acquire); }
  TaskKind current_kind() const { return current_kind_.load(std::memory_order_relaxed); }
  TaskPhase phase() const { return phase_; }
  // The blocking call that the loop's thread is in, a literal, or null. See SyncScope.
  const char* current_sync_call() const {
    return current_sync_call_.load(std::memory_order_relaxed);
  }
  // `arguments` are those of the call that came from JavaScript.
  void EnterSyncCall(const char* name, const v8::FunctionCallbackInfo<v8::Value>& arguments) {
    sync_arguments_ = &arguments;
    current_sync_call_.store(name, std::memory_order_relaxed);
  }
  void LeaveSyncCall() {
    current_sync_call_.store(nullptr, std::memory_order_relaxed);
    sync_arguments_ = nullptr;
  }
  // The same with its arguments, on the loop's thread.
  BlockedCall blocked_call() const { return {current_sync_call(), sync_arguments_}; }
  // The thread that it was made on, and runs on.
  pthread_t thread() const { return thread_; }
  // How many timers are overdue at `now_ms`. Enters lib/ (no user code); inside a task only.
  int CountOverdueTimers(double now_ms);
  // The process.nextTick callback that ran last, for reports; may be empty. Inside a task only.
  v8::Local<v8::Value> LastTick();
  // The callback that the running task is for: a timer's, an immediate's, a request's; empty when
  // it is not known. Inside a task only.
  v8::Local<v8::Value> Invoker();
  // Set by a request within its task, which both outlive.
  void set_running_request(const RequestBase* request, const v8::Global<v8::Function>* callback) {
    if (depth_ != 1) return;
    running_request_ = request;
    invoker_ = callback;
  }
  // The request that the running task is for; it waits for nobody any more. May be null.
  const RequestBase* running_request() const { return running_request_; }
  // Said by a request within its task: see TaskRecord.
  void NoteWait(uint64_t queued_ns, uint64_t ready_ns, uint32_t origin) {
    if (depth_ != 1) return;
    record_.queued_ns = queued_ns;
    record_.ready_ns = ready_ns;
    record_.origin = origin;
  }
  // Whether those who ask for a task shall say where (TaskObserver::OriginOf).
  bool origins_wanted() const { return origins_wanted_; }
  void set_origins_wanted(bool wanted) {
    origins_wanted_ = wanted;
    if (task_info_) task_info_[4] = wanted ? 1 : 0;
  }
  // What waits at this moment, for reports: when the next timer is due (loop ms, 0: none),
  // immediates, completions.
  double next_timer_due() const { return timer_info_ ? timer_info_[0] : 0; }
  // In the running task so far.
  uint32_t ticks_run() const {
    return tick_info_ ? static_cast<uint32_t>(tick_info_[2]) - ticks_before_ : 0;
  }
  uint32_t microtasks_run() const {
    return tick_info_ ? static_cast<uint32_t>(tick_info_[3]) - microtasks_before_ : 0;
  }
  uint32_t immediates_waiting() const { return immediate_info_ ? immediate_info_[0] : 0; }

  // Embedder hook: runs V8's foreground tasks; set by the engine. Returns true when it ran any.
  void set_platform_pump(bool (*pump)(Loop&)) { platform_pump_ = pump; }

 private:
  friend class TaskScope;

  // The scope of one task; see task_scope.cc.
  class TaskScope {
   public:
    TaskScope(Loop& loop, TaskKind kind, v8::Local<v8::Value> async_context);
    ~TaskScope();

   private:
    Loop& loop_;
    v8::HandleScope handles_;
    v8::Context::Scope context_;
    bool outermost_;
  };

  void OpenRecord(TaskKind kind, uint64_t now_ns);
  void CloseRecord(uint64_t now_ns);
  // The exact clock is read at the first task of a turn, and later only when the coarse one ticked:
  // a task begins where the one before it ended. 0 when nobody observes.
  uint64_t TaskStartNs();
  uint64_t TaskEndNs();
  // Whether the kernel's coarse clock (1 to 10 ms) ticked since a moment of NowNs().
  static bool TickedSince(uint64_t start_ns);
  // Whether the next callback of a batch goes on with the record: up to kCallbacksInRecord that
  // together take less than a tick are one task in the records.
  bool SharesRecord();
  void Drain();
  // Brings libuv's timer and idle handle in line with lib/'s shared arrays.
  void SyncHandles();
  bool KeepsAlive() const;
  void CallHook(const v8::Global<v8::Function>& hook);

  void OnPrepare();
  void OnCheck();
  void OnTimer();
  static void OnReject(v8::PromiseRejectMessage message);

  static size_t NewStateSlot();
  struct StateEntry {
    void* value;
    void (*destroy)(void*);
  };

  Js& js_;
  uv_loop_t uv_;
  uv_prepare_t prepare_;
  uv_check_t check_;
  uv_idle_t idle_;
  uv_timer_t timer_;
  LoopHooks hooks_;
  std::vector<v8::Global<v8::Object>> hook_arrays_;  // keep the shared memory alive
  int32_t* tick_info_ = nullptr;
  double* timer_info_ = nullptr;
  uint32_t* immediate_info_ = nullptr;
  double* task_info_ = nullptr;
  double armed_expiry_ = 0;  // what timer_ is set to, in loop ms; 0: not set

  int depth_ = 0;
  bool exiting_ = false;
  static constexpr int kCallbacksInRecord = 8;
  TaskRecord record_;
  uint32_t ticks_before_ = 0;
  uint32_t microtasks_before_ = 0;
  int callbacks_in_record_ = 0;
  uint64_t last_ns_ = 0;      // the exact clock, when it was last read for a record
  uint64_t short_tasks_ = 0;  // that ended since then without a tick
  bool turn_begins_ = true;   // waited, or worked outside of tasks, since then
  bool exact_times_ = false;
  bool origins_wanted_ = false;
  const RequestBase* running_request_ = nullptr;
  const v8::Global<v8::Function>* invoker_ = nullptr;  // of the running task, when a request is
  uint64_t task_count_ = 0;
  std::atomic<uint64_t> current_number_{0};
  std::atomic<uint64_t> current_start_ns_{0};
  std::atomic<TaskKind> current_kind_{TaskKind::kMain};
  std::atomic<const char*> current_sync_call_{nullptr};
  const v8::FunctionCallbackInfo<v8::Value>* sync_arguments_ = nullptr;
  const pthread_t thread_ = pthread_self();
  TaskPhase phase_ = TaskPhase::kBody;
  TaskObserver* observer_ = nullptr;

  ActiveList active_;
  std::vector<RequestBase*> posted_;  // complete in this turn
  std::vector<RequestBase*> ready_;   // delivered after the next poll
  std::vector<StateEntry> states_;    // in the order in which they were made
  std::vector<void*> state_slots_;    // the same by type
  std::vector<std::pair<void (*)(void*), void*>> at_exit_;
  bool (*platform_pump_)(Loop&) = nullptr;
};

template <>
struct Inject<Loop> {
  static constexpr bool kIs = true;
  static Loop& From(v8::Isolate* isolate) { return Loop::From(isolate); }
};

template <class S>
S& Loop::State() {
  static const size_t slot = NewStateSlot();  // the same in every loop
  if (slot < state_slots_.size() && state_slots_[slot]) [[likely]]
    return *static_cast<S*>(state_slots_[slot]);
  auto* state = new S();
  if (slot >= state_slots_.size()) state_slots_.resize(slot + 1);
  state_slots_[slot] = state;
  states_.push_back({state, [](void* value) { delete static_cast<S*>(value); }});
  return *state;
}

}  // namespace rondo

#endif  // RONDO_LOOP_LOOP_H_
