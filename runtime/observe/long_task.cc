#include "runtime/observe/long_task.h"

#include <algorithm>
#include <iterator>

#include "runtime/base/format.h"

namespace rondo {
namespace {

void AppendWaiters(std::string* out, const Waiters& waiters, const char* one, const char* many) {
  if (waiters.count == 0) return;
  if (!out->empty()) *out += "; ";
  *out += Format("%d %s", waiters.count, waiters.count == 1 ? one : many);
  if (waiters.longest_ns > 0) *out += Format(" (longest %.0f ms)", Ms(waiters.longest_ns));
}

std::string ActivityText(const LongTask& task) {
  switch (task.activity) {
    case LongTask::Cause::kSyncCall:
      if (task.count > 1) {
        return Format("%llu calls of ", static_cast<unsigned long long>(task.count)) + task.name +
               Format(", %.1f ms together", Ms(task.activity_ns));
      }
      return task.name + (task.arguments.empty() ? "" : "(" + task.arguments + ")") +
             Format(", %.1f ms", Ms(task.activity_ns));
    case LongTask::Cause::kTickFlood:
      return Format("process.nextTick flood, %.1f ms: ticks that queue ticks",
                    Ms(task.activity_ns));
    case LongTask::Cause::kMicrotaskFlood:
      return Format("microtask flood, %.1f ms: microtasks that queue microtasks",
                    Ms(task.activity_ns));
    case LongTask::Cause::kGc:
      return Format("garbage collection, %.1f ms", Ms(task.activity_ns));
    case LongTask::Cause::kNative:
      if (!task.located && !task.within.empty()) {
        return (task.name.empty() ? "a built-in function" : task.name) + ", called in " +
               task.within.front().Text() + (task.stack.empty() ? "" : "; the next place seen was");
      }
      if (task.stack.empty()) return "a built-in function or other native code, not located";
      return task.located ? "a built-in function" : "a built-in function; the next place seen was";
    case LongTask::Cause::kJavaScript:
      return task.late ? "JavaScript; the next place seen was" : "JavaScript";
    default:
      return "not seen (native code, or the machine was busy)";
  }
}

std::string CauseText(const LongTask& task) {
  switch (task.cause) {
    case LongTask::Cause::kCpuWait:
      return Format("waiting for a CPU, %.1f ms: %s; meanwhile in ", Ms(task.cause_ns),
                    task.split.throttled() ? "the CPU quota of the cgroup was used up"
                                           : "the machine was busy") +
             ActivityText(task);
    case LongTask::Cause::kPageFaults:
      return Format("page faults, %llu that waited for a disk; meanwhile in ",
                    static_cast<unsigned long long>(task.major_faults)) +
             ActivityText(task);
    default:
      return ActivityText(task);
  }
}

// Where a task in JavaScript was seen, when it was in several functions: the tree of its calls.
std::string SeenText(const LongTask& task) {
  if (!task.tree || !task.tree->branches()) return "";
  if (task.activity != LongTask::Cause::kJavaScript && task.activity != LongTask::Cause::kGc)
    return "";
  const auto times = [](uint32_t n) { return Format(n == 1 ? "%u time" : "%u times", n); };
  std::string text = "  seen    in JavaScript " + times(task.tree->count);
  if (task.tree->late > 0) text += ", and " + times(task.tree->late) + " too late to tell where";
  text += "\n";
  for (const std::string& line : CallTreeLines(*task.tree)) text += "           " + line + "\n";
  return text;
}

// The parts of the duration that a tenth of a millisecond shows, the largest first.
std::string SplitText(const LongTask& task) {
  const TimeSplit& split = task.split;
  struct Part {
    const char* name;
    uint64_t ns;
    uint64_t throttled_ns = 0;
  };
  Part parts[] = {
      {"JavaScript", split.javascript_ns},
      {"blocking calls", split.sync_ns},
      {"garbage collection", split.gc_ns},
      {"waiting for a CPU", split.cpu_wait_ns, split.throttled_ns},
      {"process stopped", split.stopped_ns},
      {"unattributed", split.unattributed_ns},
  };
  std::stable_sort(std::begin(parts), std::end(parts),
                   [](const Part& a, const Part& b) { return a.ns > b.ns; });
  std::string text;
  for (const Part& part : parts) {
    if (part.ns < 50'000) break;
    if (!text.empty()) text += ", ";
    text += part.name + Format(" %.1f ms", Ms(part.ns));
    if (part.throttled_ns >= 50'000) {
      text += Format(" (up to %.1f ms of it throttled by the CPU quota of the cgroup)",
                     Ms(part.throttled_ns));
    }
  }
  if (task.drain_ns >= 50'000) {
    text += Format("; in ticks and microtasks %.1f ms of it", Ms(task.drain_ns));
  }
  return text;
}

}  // namespace

const char* CauseName(LongTask::Cause cause) {
  switch (cause) {
    case LongTask::Cause::kSyncCall:
      return "sync-call";
    case LongTask::Cause::kJavaScript:
      return "javascript";
    case LongTask::Cause::kTickFlood:
      return "tick-flood";
    case LongTask::Cause::kMicrotaskFlood:
      return "microtask-flood";
    case LongTask::Cause::kGc:
      return "gc";
    case LongTask::Cause::kCpuWait:
      return "cpu-wait";
    case LongTask::Cause::kPageFaults:
      return "page-faults";
    case LongTask::Cause::kNative:
      return "native";
    case LongTask::Cause::kUnknown:
      return "unknown";
  }
  return "";
}

std::string FormatLongTask(const LongTask& task) {
  std::string text = Format("rondo: long task: %.1f ms in a task of kind '%s'\n",
                            Ms(task.duration_ns()), TaskKindName(task.record.kind));
  for (const SourceFrame& frame : task.invoker) text += "  task    callback " + frame.Text() + "\n";
  if (!task.origin.empty()) text += "  from    " + task.origin.front().Text() + "\n";
  if (task.waited_ns() >= kNoticeableWaitNs)
    text += Format("  late    by %.1f ms: it had waited itself\n", Ms(task.waited_ns()));
  text += "  cause   " + CauseText(task) + "\n";
  for (size_t i = 0; i < task.stack.size(); ++i)
    text += (i == 0 ? "  at      " : "          ") + task.stack[i].Text() + "\n";
  text += SeenText(task);
  text += "  spent   " + SplitText(task) + "\n";
  std::string waited;
  AppendWaiters(&waited, task.victims.timers, "timer", "timers");
  AppendWaiters(&waited, task.victims.sockets, "socket with data", "sockets with data");
  AppendWaiters(&waited, task.victims.connections, "new connection", "new connections");
  AppendWaiters(&waited, task.victims.completions, "completed request", "completed requests");
  AppendWaiters(&waited, task.victims.immediates, "immediate", "immediates");
  text += "  waited  " + (waited.empty() ? std::string("nobody") : waited) + "\n";
  return text;
}

}  // namespace rondo
