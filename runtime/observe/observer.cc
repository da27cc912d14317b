#include "runtime/observe/observer.h"

#include <unistd.h>

#include <algorithm>
#include <string>

namespace rondo {
namespace {

void WriteToStderr(const std::string& text) {
  // One write: a report is not torn apart by other threads' output.
  size_t done = 0;
  while (done < text.size()) {
    ssize_t n = write(STDERR_FILENO, text.data() + done, text.size() - done);
    if (n <= 0) return;
    done += static_cast<size_t>(n);
  }
}

}  // namespace

Observer::Observer(Loop& loop, const Options& options)
    : loop_(loop),
      options_(options),
      threshold_ns_(static_cast<uint64_t>(options.long_task_threshold_ms * 1e6)),
      watchdog_(loop, samples_, threshold_ns_) {
  loop.isolate()->AddGCPrologueCallback(&Observer::OnGcStart, this);
  loop.isolate()->AddGCEpilogueCallback(&Observer::OnGcEnd, this);
}

void Observer::OnTaskStart(const TaskRecord&) {
  sync_calls_.Clear();
  samples_.Clear();
  gc_ns_ = 0;
  immediates_before_ = loop_.immediates_waiting();
  ticks_before_ = loop_.ticks_run();
  watchdog_.OnTaskStart();
}

void Observer::OnTaskEnd(const TaskRecord& record) {
  ring_.Add(record);
  if (record.end_ns - record.start_ns >= threshold_ns_) [[unlikely]]
    OnLongTask(record);
}

void Observer::OnSyncCall(const char* name, uint64_t start_ns, uint64_t end_ns) {
  sync_calls_.Add(loop_.isolate(), name, end_ns - start_ns);
}

void Observer::OnLongTask(const TaskRecord& record) {
  LongTask task;
  task.record = record;
  task.gc_ns = gc_ns_;
  FindCause(&task);
  task.victims = FindVictims(loop_, record, immediates_before_);
  long_task_count_++;
  bool wanted =
      options_.long_tasks == "all" || (options_.long_tasks == "victims" && task.victims.any());
  if (wanted && limit_.Allow(record.end_ns)) {
    std::string text = FormatLongTask(task);
    if (uint64_t held = limit_.TakeHeldBack()) {
      text += "  (" + std::to_string(held) + " more long tasks were not printed)\n";
    }
    WriteToStderr(text);
  }
  if (long_tasks_.size() == kKept) long_tasks_.pop_front();
  long_tasks_.push_back(std::move(task));
}

void Observer::FindCause(LongTask* task) {
  const uint64_t duration = task->duration_ns();
  const JsSample* sample = samples_.Top();
  if (sync_calls_.total_ns() * 2 >= duration && !sync_calls_.Sorted().empty()) {
    const SyncSite& site = sync_calls_.Sorted().front();
    task->cause = LongTask::Cause::kSyncCall;
    task->name = site.name;
    task->cause_ns = site.total_ns;
    task->cause_count = site.count;
    task->stack = site.stack;
    return;
  }
  if (sample) task->stack = sample->stack;
  if (task->gc_ns * 2 >= duration) {
    task->cause = LongTask::Cause::kGc;
    task->cause_ns = task->gc_ns;
    return;
  }
  if (!sample) return;
  const uint64_t drain = task->record.end_ns - task->record.js_end_ns;
  const bool tick_flood =
      sample->phase == TaskPhase::kTicks && loop_.ticks_run() - ticks_before_ >= kFloodTicks;
  const bool microtask_flood =
      sample->phase == TaskPhase::kMicrotasks && sample->flood_votes * 2 >= sample->count;
  if (tick_flood || microtask_flood) {
    task->cause = tick_flood ? LongTask::Cause::kTickFlood : LongTask::Cause::kMicrotaskFlood;
    task->cause_ns = drain;
    // V8 may look for interrupts only between the ticks, when none is on the stack: then the last
    // one that ran tells.
    if (tick_flood && task->stack.empty())
      task->stack = FunctionPlace(loop_.isolate(), loop_.LastTick());
  } else {
    task->cause = sample->late ? LongTask::Cause::kNative : LongTask::Cause::kJavaScript;
  }
}

void Observer::OnGcStart(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* data) {
  static_cast<Observer*>(data)->gc_start_ns_ = Loop::NowNs();
}

void Observer::OnGcEnd(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* data) {
  auto* self = static_cast<Observer*>(data);
  self->gc_ns_ += Loop::NowNs() - self->gc_start_ns_;
}

}  // namespace rondo
