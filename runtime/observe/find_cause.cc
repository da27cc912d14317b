// Observer: what a long task was doing, and what took its time.
#include <algorithm>
#include <utility>

#include "runtime/observe/observer.h"

namespace rondo {
namespace {

// Whether the top of `stack` is the place of a caller in `sample`.
bool IsCallerIn(const std::vector<SourceFrame>& sample, const std::vector<SourceFrame>& stack) {
  return !stack.empty() && sample.size() > 1 &&
         std::any_of(sample.begin() + 1, sample.end(), [&](const SourceFrame& frame) {
           return frame.file == stack.front().file && frame.line == stack.front().line;
         });
}

}  // namespace

// First what the task was doing, which tells the place. Where that is not what took the time, the
// cause is: the machine was busy, or memory came from a disk.
void Observer::FindCause(LongTask* task) {
  const TimeSplit& split = task->split;
  const uint64_t most = (task->duration_ns() - split.stopped_ns) / 2;
  if (sync_calls_.total_ns() >= most && !sync_calls_.Sorted().empty() && !CalledBack()) {
    const SyncSite& site = sync_calls_.Sorted().front();
    task->activity = LongTask::Cause::kSyncCall;
    task->name = site.name;
    task->arguments = site.arguments;
    task->activity_ns = site.total_ns;
    task->count = site.count;
    task->stack = site.stack;
  } else {
    FindActivityInJavaScript(task);
    const bool flood = task->activity == LongTask::Cause::kTickFlood ||
                       task->activity == LongTask::Cause::kMicrotaskFlood;
    // Also by the clock: while threads that help the collector get no CPU, this one only waits.
    const uint64_t collected_ns = task->gc.total_ns() - gc_.within_sync_ns();
    if (!flood && (collected_ns >= most ||
                   split.gc_ns > split.javascript_ns + split.sync_ns + split.unattributed_ns)) {
      // The place that ran after a built-in function is not where the garbage was made.
      if (task->activity == LongTask::Cause::kNative && !task->located) {
        task->stack.clear();
        task->within.clear();
        task->name.clear();
      }
      task->activity = LongTask::Cause::kGc;
      task->activity_ns = split.gc_ns;
    }
  }
  task->cause = task->activity;
  task->cause_ns = task->activity_ns;
  if (split.cpu_wait_ns >= most) {
    task->cause = LongTask::Cause::kCpuWait;
    task->cause_ns = split.cpu_wait_ns;
  } else if (split.unattributed_ns >= most && task->major_faults > 0) {
    task->cause = LongTask::Cause::kPageFaults;
    task->cause_ns = split.unattributed_ns;
  }
}

// A blocking call may run JavaScript (structuredClone calls getters): when that took the time, its
// line is the culprit and not the call's.
bool Observer::CalledBack() {
  const JsSample* sample = samples_.Top();
  if (!sample || sample->late || !sample->within_call || sample->stack.empty()) return false;
  // Atomics.wait answers within itself.
  const SyncSite& site = sync_calls_.Sorted().front();
  if (!site.stack.empty() && sample->stack.front() == site.stack.front()) return false;
  // The first look comes after half the threshold, then one every quarter.
  const uint64_t seen_ns = static_cast<uint64_t>(sample->count + 2) * (threshold_ns_ / 4);
  return seen_ns * 2 >= sync_calls_.total_ns();
}

// Whether most of the time since the watchdog first asked passed without an answer, though neither
// the machine nor the garbage collector nor a known blocking call was the reason.
bool Observer::HeldByNativeCode(const LongTask& task) const {
  const uint64_t end_ns = task.record.end_ns;
  const uint64_t unanswered_ns = watchdog_.UnansweredNs(task.record.number, end_ns);
  const uint64_t first_ns = samples_.first_asked_ns();
  const uint64_t window_ns = first_ns == 0 ? unanswered_ns : end_ns - std::min(first_ns, end_ns);
  const uint64_t silent_ns = samples_.late_ns() + unanswered_ns;
  if (silent_ns < JsSamples::kLateNs) return false;
  const TimeSplit& split = task.split;
  const uint64_t known_ns = split.cpu_wait_ns + split.gc_ns + split.sync_ns + split.stopped_ns;
  const double share = static_cast<double>(window_ns) / static_cast<double>(task.duration_ns());
  const auto explained_ns = static_cast<uint64_t>(static_cast<double>(known_ns) * share);
  if (explained_ns >= silent_ns || explained_ns >= window_ns) return false;
  return (silent_ns - explained_ns) * 2 > window_ns - explained_ns;
}

void Observer::FindActivityInJavaScript(LongTask* task) {
  const JsSample* sample = samples_.Top();
  if (HeldByNativeCode(*task)) {
    task->activity = LongTask::Cause::kNative;
    task->stack = cpu_samples_.Take(task->record.start_ns, task->record.end_ns);
    // The profiler does not know code that was compiled in the middle of a loop, and then names its
    // caller.
    if (sample && !sample->late && IsCallerIn(sample->stack, task->stack)) task->stack.clear();
    task->located = !task->stack.empty();
    cpu_samples_.Arm(task->record.end_ns);
    if (!task->located) {
      NativeSamples::Caller caller = native_samples_.Locate();
      task->within = std::move(caller.stack);
      task->name = std::move(caller.called);
    }
    if (!task->located && sample) task->stack = sample->stack;
    return;
  }
  if (!sample) return;
  task->stack = sample->stack;
  task->late = sample->late;
  const bool tick_flood = sample->phase == TaskPhase::kTicks && task->record.ticks >= kFloodTicks;
  const bool microtask_flood =
      sample->phase == TaskPhase::kMicrotasks && sample->flood_votes * 2 >= sample->count;
  if (!tick_flood && !microtask_flood) {
    task->activity = LongTask::Cause::kJavaScript;
    return;
  }
  task->activity = tick_flood ? LongTask::Cause::kTickFlood : LongTask::Cause::kMicrotaskFlood;
  task->activity_ns = task->drain_ns;
  if (!task->stack.empty()) return;
  // V8 may look for interrupts only between the callbacks, when none is on the stack: then the last
  // one that ran tells, and for reactions of promises, of which nobody keeps the last, the
  // profiler.
  if (tick_flood || sample->queue_microtask) {
    task->stack = FunctionPlace(loop_.isolate(), tick_flood ? loop_.LastTick() : LastMicrotask());
  } else {
    task->stack = cpu_samples_.Take(task->record.start_ns, task->record.end_ns);
    cpu_samples_.Arm(task->record.end_ns);
  }
}

v8::Local<v8::Value> Observer::LastMicrotask() {
  v8::Local<v8::Value> none = loop_.js().Undefined();
  if (last_microtask_.IsEmpty()) return none;
  return loop_.Call(none, last_microtask_.Get(loop_.isolate()), 0, nullptr).FromMaybe(none);
}

}  // namespace rondo
