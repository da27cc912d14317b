#include "runtime/observe/long_task.h"

#include <cstdarg>
#include <cstdio>

namespace rondo {
namespace {

std::string Format(const char* format, ...) __attribute__((format(printf, 1, 2)));
std::string Format(const char* format, ...) {
  char text[256];
  va_list args;
  va_start(args, format);
  std::vsnprintf(text, sizeof text, format, args);
  va_end(args);
  return text;
}

double Ms(uint64_t ns) { return static_cast<double>(ns) / 1e6; }

void AppendWaiters(std::string* out, const Waiters& waiters, const char* one, const char* many) {
  if (waiters.count == 0) return;
  if (!out->empty()) *out += "; ";
  *out += Format("%d %s", waiters.count, waiters.count == 1 ? one : many);
  if (waiters.longest_ns > 0) *out += Format(" (longest %.0f ms)", Ms(waiters.longest_ns));
}

std::string CauseText(const LongTask& task) {
  switch (task.cause) {
    case LongTask::Cause::kSyncCall:
      if (task.cause_count > 1) {
        return Format("%llu calls of ", static_cast<unsigned long long>(task.cause_count)) +
               task.name + Format(", %.1f ms together", Ms(task.cause_ns));
      }
      return task.name + Format(", %.1f ms", Ms(task.cause_ns));
    case LongTask::Cause::kJavaScript:
      return "JavaScript";
    case LongTask::Cause::kTickFlood:
      return Format("process.nextTick flood, %.1f ms: ticks that queue ticks", Ms(task.cause_ns));
    case LongTask::Cause::kMicrotaskFlood:
      return Format("microtask flood, %.1f ms: microtasks that queue microtasks",
                    Ms(task.cause_ns));
    case LongTask::Cause::kGc:
      return Format("garbage collection, %.1f ms", Ms(task.gc_ns));
    case LongTask::Cause::kNative:
      return "native code that JavaScript called; the next place seen was";
    case LongTask::Cause::kUnknown:
      return "not seen (native code, or the machine was busy)";
  }
  return "";
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
  text += "  cause   " + CauseText(task) + "\n";
  for (size_t i = 0; i < task.stack.size(); ++i)
    text += (i == 0 ? "  at      " : "          ") + task.stack[i].Text() + "\n";
  if (task.cause != LongTask::Cause::kGc && task.gc_ns * 10 >= task.duration_ns())
    text += Format("  of which garbage collection %.1f ms\n", Ms(task.gc_ns));
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
