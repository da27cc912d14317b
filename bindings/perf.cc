// binding:perf: the loop's times for performance.nodeTiming and eventLoopUtilization(), and the
// events that performance observers hear of later: garbage collections and long tasks.
#include <vector>

#include "bindings/all.h"
#include "runtime/base/startup_trace.h"
#include "runtime/loop/loop_binding.h"
#include "runtime/loop/loop_times.h"
#include "runtime/observe/observer.h"
#include "runtime/observe/times/loop_idle.h"

namespace rondo {
namespace {

// Milliseconds since the process started, as performance.now() counts; -1 for what was not yet.
double SinceStart(uint64_t at_ns) {
  if (at_ns == 0) return -1;
  return static_cast<double>(static_cast<int64_t>(at_ns - ProcessStartNs())) / 1e6;
}

double LoopStart(Loop& loop) { return SinceStart(loop.State<LoopTimes>().start_ns); }
double LoopExit(Loop& loop) { return SinceStart(loop.State<LoopTimes>().exit_ns); }
// When the phase `name` of the start ended, as --startup-trace names them.
double Milestone(std::string name) { return SinceStart(StartupNs(name)); }
// Milliseconds that the loop waited for events since it began to run.
double IdleTime(Loop& loop) {
  return static_cast<double>(loop.State<LoopIdle>().IdleNs(loop)) / 1e6;
}
// [turns of the loop, events, events that waited when it looked for them]
std::vector<double> UvMetrics(Loop& loop) {
  uv_metrics_t metrics;
  if (uv_metrics_info(loop.uv(), &metrics) != 0) return {0, 0, 0};
  return {static_cast<double>(metrics.loop_count), static_cast<double>(metrics.events),
          static_cast<double>(metrics.events_waiting)};
}

// Tells lib/ of events in a task of their own, in the loop's next turn. Only what happens while
// somebody wants to hear of it costs anything.
class Events {
 public:
  // `deliver` is called with no arguments; it takes what has come.
  void Listen(Loop& loop, v8::Local<v8::Function> deliver) {
    if (!loop_) {
      uv_idle_init(loop.uv(), &idle_);
      idle_.data = this;
    }
    loop_ = &loop;
    deliver_.Reset(loop.isolate(), deliver);
  }

  void WatchLongTasks(bool on) {
    auto* observer = static_cast<Observer*>(loop_->observer());
    if (observer) observer->set_on_long_task(on ? &Events::OnLongTask : nullptr, this);
  }

  void WatchGc(bool on) {
    if (on == watching_gc_) return;
    watching_gc_ = on;
    v8::Isolate* isolate = loop_->isolate();
    if (on) {
      isolate->AddGCPrologueCallback(&Events::OnGcStart, this);
      isolate->AddGCEpilogueCallback(&Events::OnGcEnd, this);
    } else {
      isolate->RemoveGCPrologueCallback(&Events::OnGcStart, this);
      isolate->RemoveGCEpilogueCallback(&Events::OnGcEnd, this);
      collections_.clear();
    }
  }

  // [start, duration, kind, flags] of each collection since the last call.
  std::vector<double> TakeGc() { return std::exchange(collections_, {}); }

 private:
  // More collections than so many are not kept until somebody takes them.
  static constexpr size_t kMaxValues = 4 * 10'000;

  static void OnLongTask(void* data) {
    auto* self = static_cast<Events*>(data);
    // The delivery's own long task is told with the next one: it must not go on for ever.
    if (!self->delivering_) self->Wake();
  }
  static void OnGcStart(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* data) {
    static_cast<Events*>(data)->gc_start_ns_ = Loop::NowNs();
  }
  static void OnGcEnd(v8::Isolate*, v8::GCType type, v8::GCCallbackFlags flags, void* data) {
    auto* self = static_cast<Events*>(data);
    if (self->gc_start_ns_ == 0 || self->collections_.size() >= kMaxValues) return;
    const double took_ms = static_cast<double>(Loop::NowNs() - self->gc_start_ns_) / 1e6;
    self->collections_.insert(self->collections_.end(),
                              {SinceStart(self->gc_start_ns_), took_ms, static_cast<double>(type),
                               static_cast<double>(flags)});
    if (!self->delivering_) self->Wake();
  }

  void Wake() {
    auto* handle = reinterpret_cast<uv_handle_t*>(&idle_);
    // The end of the process is not put off by what it does in its own 'beforeExit'.
    if (loop_->current_kind() == TaskKind::kExit) {
      uv_unref(handle);
    } else {
      uv_ref(handle);
    }
    uv_idle_start(&idle_, [](uv_idle_t* h) { static_cast<Events*>(h->data)->Deliver(); });
  }
  void Deliver() {
    uv_idle_stop(&idle_);
    delivering_ = true;
    loop_->RunTask(TaskKind::kImmediate, [this] {
      (void)loop_->Call(loop_->js().Undefined(), deliver_.Get(loop_->isolate()), 0, nullptr);
    });
    delivering_ = false;
  }

  Loop* loop_ = nullptr;
  uv_idle_t idle_;
  v8::Global<v8::Function> deliver_;
  bool delivering_ = false;
  bool watching_gc_ = false;
  uint64_t gc_start_ns_ = 0;
  std::vector<double> collections_;
};

void Listen(Loop& loop, v8::Local<v8::Function> deliver) {
  loop.State<Events>().Listen(loop, deliver);
}
// After listen().
void WatchLongTasks(Loop& loop, bool on) { loop.State<Events>().WatchLongTasks(on); }
void WatchGc(Loop& loop, bool on) { loop.State<Events>().WatchGc(on); }
std::vector<double> TakeGc(Loop& loop) { return loop.State<Events>().TakeGc(); }

// False when long tasks are not observed at all (--long-tasks=off).
bool HasLongTasks(Loop& loop) { return loop.observer() != nullptr; }

}  // namespace

constinit const BindingSpec kPerfBinding =
    Binding<"perf", Fn<"loopStart", &LoopStart>, Fn<"loopExit", &LoopExit>,
            Fn<"milestone", &Milestone, "name">, Fn<"idleTime", &IdleTime>,
            Fn<"uvMetrics", &UvMetrics>, Fn<"listen", &Listen, "deliver">,
            Fn<"watchLongTasks", &WatchLongTasks, "on">, Fn<"watchGc", &WatchGc, "on">,
            Fn<"takeGc", &TakeGc>, Fn<"hasLongTasks", &HasLongTasks>>;

}  // namespace rondo
