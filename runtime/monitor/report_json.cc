#include "runtime/monitor/report_json.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "runtime/base/format.h"
#include "runtime/monitor/json_writer.h"

namespace rondo {
namespace {

constexpr size_t kShownCulprits = 12;

// Moments of CLOCK_MONOTONIC as milliseconds since 1970.
class WallClock {
 public:
  explicit WallClock(uint64_t now_ns) : now_ns_(now_ns) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    wall_ms_ = static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
  }
  double At(uint64_t ns) const {
    return wall_ms_ - (ns <= now_ns_ ? Ms(now_ns_ - ns) : -Ms(ns - now_ns_));
  }

 private:
  uint64_t now_ns_;
  double wall_ms_;
};

// The arguments of blocking calls may be secrets (keys, passwords, queries). Those of the file
// system are paths and sizes.
bool MayShowArguments(std::string_view call) {
  static constexpr std::string_view kFileCalls[] = {
      "access", "append",  "chmod",   "chown",  "close",   "copy",     "cp",     "exists",
      "fdata",  "fstat",   "fsync",   "ftrunc", "futimes", "lchown",   "link",   "lstat",
      "lutim",  "mkdir",   "mkdtemp", "open",   "read",    "realpath", "rename", "rm",
      "stat",   "symlink", "trunc",   "unlink", "utimes",  "write"};
  return std::any_of(std::begin(kFileCalls), std::end(kFileCalls),
                     [&](std::string_view prefix) { return call.starts_with(prefix); });
}

void WriteStack(JsonWriter* out, const std::vector<SourceFrame>& stack) {
  out->Key("stack").Open('[');
  for (const SourceFrame& frame : stack) {
    out->Open('{').Field("function", frame.function).Field("file", frame.file);
    out->Field("line", static_cast<double>(frame.line));
    out->Field("column", static_cast<double>(frame.column)).Close('}');
  }
  out->Close(']');
}

void WriteCalls(JsonWriter* out, const CallTree& tree, const CallNode& node) {
  out->Field("other", CallShare(tree, node.other)).Key("calls").Open('[');
  for (const CallNode& call : node.calls) {
    out->Open('{').Field("function", call.function).Field("file", call.file);
    out->Field("line", static_cast<double>(call.line));
    if (call.skipped > 0) out->Field("skipped", static_cast<double>(call.skipped));
    out->Field("total", CallShare(tree, call.total)).Field("self", CallShare(tree, call.self));
    WriteCalls(out, tree, call);
    out->Close('}');
  }
  out->Close(']');
}

void WriteTree(JsonWriter* out, const CallTree& tree) {
  out->Key("tree").Open('{').Field("count", static_cast<double>(tree.count));
  out->Field("late", static_cast<double>(tree.late));
  WriteCalls(out, tree, tree.root);
  out->Close('}');
}

void WriteCurrent(JsonWriter* out, const LoopNow& now) {
  out->Key("task");
  if (now.task == 0) {
    out->Null();
    return;
  }
  out->Open('{').Field("number", now.task).Field("kind", TaskKindName(now.kind));
  out->Field("ageMs", Ms(now.task_age_ns)).Key("call");
  if (now.call) {
    out->String(now.call);
  } else {
    out->Null();
  }
  WriteStack(out, now.stack);
  out->Field("stackAgeMs", Ms(now.stack_age_ns)).Close('}');
}

struct NamedWaiters {
  const char* kind;
  const Waiters* waiters;
};

std::array<NamedWaiters, 5> Named(const Victims& victims) {
  return {{{"timer", &victims.timers},
           {"immediate", &victims.immediates},
           {"completion", &victims.completions},
           {"socket", &victims.sockets},
           {"connection", &victims.connections}}};
}

void WriteVictims(JsonWriter* out, const Victims& victims) {
  out->Key("victims").Open('[');
  for (const auto& [kind, waiters] : Named(victims)) {
    if (waiters->count == 0) continue;
    out->Open('{').Field("kind", kind).Field("count", static_cast<double>(waiters->count));
    out->Field("longestMs", Ms(waiters->longest_ns)).Close('}');
  }
  out->Close(']');
}

void WriteCulprit(JsonWriter* out, const CulpritSum& culprit, const WallClock& clock) {
  out->Open('{').Field("cause", culprit.cause).Field("name", culprit.name);
  if (!culprit.arguments.empty() && MayShowArguments(culprit.name))
    out->Field("arguments", culprit.arguments);
  WriteStack(out, culprit.stack);
  out->Field("count", culprit.count).Field("totalMs", Ms(culprit.total_ns));
  out->Field("worstMs", Ms(culprit.worst_ns)).Field("lastTime", clock.At(culprit.last_ns));
  WriteVictims(out, culprit.victims);
  out->Close('}');
}

void WriteLongTask(JsonWriter* out, const LongTask& task, const WallClock& clock) {
  out->Open('{').Field("number", task.record.number).Field("kind", TaskKindName(task.record.kind));
  out->Field("startTime", clock.At(task.record.start_ns))
      .Field("durationMs", Ms(task.duration_ns()));
  out->Field("cause", CauseName(task.cause)).Field("activity", CauseName(task.activity));
  out->Field("name", task.name);
  if (!task.arguments.empty() && MayShowArguments(task.name))
    out->Field("arguments", task.arguments);
  out->Field("calls", task.count).Field("drainMs", Ms(task.drain_ns));
  const TimeSplit& split = task.split;
  out->Key("split").Open('{').Field("javascriptMs", Ms(split.javascript_ns));
  out->Field("syncMs", Ms(split.sync_ns)).Field("gcMs", Ms(split.gc_ns));
  out->Field("cpuWaitMs", Ms(split.cpu_wait_ns)).Field("stoppedMs", Ms(split.stopped_ns));
  out->Field("unattributedMs", Ms(split.unattributed_ns)).Close('}');
  if (split.throttled_ns > 0) out->Field("throttledMs", Ms(split.throttled_ns));
  WriteStack(out, task.place());
  if (task.tree) WriteTree(out, *task.tree);
  WriteVictims(out, task.victims);
  out->Close('}');
}

void WriteTasks(JsonWriter* out, const Published& published, uint64_t now_ns) {
  out->Key("kinds").Open('[');
  for (int i = 0; i < static_cast<int>(TaskKind::kCount); ++i) {
    const auto kind = static_cast<TaskKind>(i);
    if (published.tasks(kind) == 0) continue;
    out->Open('{').Field("kind", TaskKindName(kind)).Field("count", published.tasks(kind));
    out->Field("totalMs", Ms(published.task_ns(kind))).Close('}');
  }
  out->Close(']');
  LongTaskFacts facts = published.LongTasks();
  const WallClock clock(now_ns);
  out->Key("longTasks").Open('{').Field("count", facts.count);
  out->Field("blockedMs", Ms(facts.blocked_ns)).Key("latest").Open('[');
  for (auto task = facts.latest.rbegin(); task != facts.latest.rend(); ++task)
    WriteLongTask(out, *task, clock);
  out->Close(']').Key("culprits").Open('[');
  for (const CulpritSum& culprit : published.Culprits(kShownCulprits))
    WriteCulprit(out, culprit, clock);
  out->Close(']').Close('}');
}

void WriteQueues(JsonWriter* out, const Published& published, const Resources& resources,
                 uint64_t now_ns) {
  const Waiting waiting = LookAtQueues(published, resources, now_ns);
  out->Key("waiting").Open('{').Field("sockets", waiting.sockets);
  out->Field("connections", waiting.connections).Field("immediates", waiting.immediates);
  out->Field("completions", waiting.completions).Field("requests", waiting.requests);
  out->Field("poolQueued", waiting.pool_queued).Field("poolThreads", waiting.pool_threads);
  out->Key("poolRunning").Open('[');
  for (const PoolWork& work : waiting.pool_running) {
    out->Open('{')
        .Field("name", work.name)
        .Field("ageMs", Ms(now_ns - std::min(work.start_ns, now_ns)));
    out->Close('}');
  }
  out->Close(']');
  out->Field("timerOverdueMs", Ms(waiting.timer_overdue_ns)).Key("timerInMs");
  if (waiting.timer) {
    out->Number(Ms(waiting.timer_in_ns));
  } else {
    out->Null();
  }
  out->Close('}');
  out->Key("active").Open('[');
  for (const auto& [type, count] : resources.active)
    out->Open('{').Field("type", type).Field("count", count).Close('}');
  out->Close(']');
}

void WriteDelays(JsonWriter* out, const History& history, const LoopNow& now) {
  static constexpr double kBoundsMs[] = {1,   2,   5,    10,   20,   50,    100,
                                         200, 500, 1000, 2000, 5000, 10000, 60000};
  uint64_t total = 0;
  const LogCounts counts = history.DelayCounts(now, &total);
  const DelayStats stats = StatsOf(counts, total);
  out->Key("delay").Open('{').Field("p50Ms", stats.p50 * 1e3).Field("p90Ms", stats.p90 * 1e3);
  out->Field("p99Ms", stats.p99 * 1e3).Field("maxMs", stats.max * 1e3);
  out->Field("meanMs", stats.mean * 1e3).Field("points", total).Key("buckets").Open('[');
  uint64_t before = 0;
  const uint64_t idle = total - std::min(total, counts.count());
  for (double bound : kBoundsMs) {
    const uint64_t upto = counts.AtMost(static_cast<uint64_t>(bound * 1e6));
    out->Open('{')
        .Field("leMs", bound)
        .Field("count", upto - before + (before == 0 && bound == 1 ? idle : 0));
    out->Close('}');
    before = upto;
  }
  out->Open('{').Key("leMs").Null().Field("count", counts.count() - before).Close('}');
  out->Close(']').Close('}');
}

void WritePoints(JsonWriter* out, const History& history, uint64_t since) {
  out->Key("points").Open('[');
  for (const HistoryPoint& point : history.points()) {
    if (point.number <= since) continue;
    out->Open('[').Number(static_cast<double>(point.number)).Number(point.time);
    out->Number(point.utilization).Number(point.p50 * 1e3).Number(point.p99 * 1e3);
    out->Number(point.max * 1e3).Number(point.tasks).Number(point.cpu);
    out->Number(point.resident).Number(point.heap_used).Close(']');
  }
  out->Close(']');
}

}  // namespace

std::string HealthJson(const LoopNow& now, uint64_t limit_ns, bool* healthy) {
  *healthy = now.turn_age_ns() <= limit_ns;
  JsonWriter out;
  out.Open('{').Field("status", *healthy ? "ok" : "stuck");
  if (!*healthy) {
    out.Field("stuckForMs", Ms(now.turn_age_ns())).Field("limitMs", Ms(limit_ns));
    WriteCurrent(&out, now);
  }
  return out.Close('}').Take() + "\n";
}

std::string ReadinessJson(const LoopNow& now, uint64_t limit_ns, bool* ready) {
  const bool stuck = now.turn_age_ns() > limit_ns;
  *ready = now.started && !stuck;
  JsonWriter out;
  out.Open('{').Field("status", !now.started ? "starting" : stuck ? "stuck" : "ready");
  return out.Close('}').Take() + "\n";
}

std::string TasksJson(const Published& published) {
  const LoopNow now = LookAtLoop(published);
  JsonWriter out;
  out.Open('{');
  WriteCurrent(&out, now);
  WriteTasks(&out, published, now.at_ns);
  return out.Close('}').Take() + "\n";
}

std::string LiveJson(const Published& published, const History& history, uint64_t since,
                     uint64_t limit_ns) {
  const LoopNow now = LookAtLoop(published);
  const Resources resources = published.LatestResources();
  const ProcessStats process = ReadProcessStats();
  JsonWriter out;
  out.Open('{').Field("time", WallClock(now.at_ns).At(now.at_ns));
  out.Field("pid", static_cast<double>(getpid())).Field("version", "v" RONDO_VERSION);
  out.Field("upMs", Ms(now.at_ns - published.start_ns()));
  const bool stuck = now.turn_age_ns() > limit_ns;
  out.Field("state", stuck                    ? "stuck"
                     : !now.started           ? "starting"
                     : now.turn_start_ns == 0 ? "idle"
                                              : "running");
  out.Field("turnMs", Ms(now.turn_age_ns())).Field("limitMs", Ms(limit_ns));
  WriteCurrent(&out, now);
  WriteDelays(&out, history, now);
  WriteQueues(&out, published, resources, now.at_ns);
  out.Key("memory").Open('{').Field("resident", process.resident_bytes);
  out.Field("heapUsed", resources.heap_used).Field("heapTotal", resources.heap_total);
  out.Field("heapLimit", resources.heap_limit).Field("external", resources.heap_external);
  out.Close('}').Field("openFds", process.open_fds);
  WriteTasks(&out, published, now.at_ns);
  WritePoints(&out, history, since);
  return out.Close('}').Take() + "\n";
}

}  // namespace rondo
