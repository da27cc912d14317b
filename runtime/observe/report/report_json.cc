#include "runtime/observe/report/report_json.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <ctime>

namespace rondo {
namespace {

std::string WaitersJson(const Waiters& waiters) {
  JsonLine json;
  json.Integer("count", static_cast<uint64_t>(waiters.count));
  json.Ms("longest", waiters.longest_ns).Ms("total", waiters.total_ns);
  return json.Finish();
}

std::string FrameJson(const SourceFrame& frame) {
  JsonLine json;
  json.String("function", frame.function).String("file", frame.file);
  json.Integer("line", static_cast<uint64_t>(std::max(frame.line, 0)));
  return json.Integer("column", static_cast<uint64_t>(std::max(frame.column, 0))).Finish();
}

std::string StackJson(const std::vector<SourceFrame>& stack) {
  std::string out = "[";
  for (const SourceFrame& frame : stack) {
    if (out.size() > 1) out += ',';
    out += FrameJson(frame);
  }
  return out + "]";
}

std::string CauseJson(const LongTask& task) {
  JsonLine json;
  json.String("type", CauseName(task.cause)).String("activity", CauseName(task.activity));
  json.String("name", task.name).String("arguments", task.arguments);
  json.Ms("duration", task.cause_ns).Integer("calls", task.count);
  json.Bool("located", task.stack_is_culprit());
  if (!task.within.empty()) json.Raw("within", StackJson(task.within));
  return json.Raw("stack", StackJson(task.stack)).Finish();
}

std::string SeenJson(const LongTask& task) {
  std::string list;
  for (const SeenStack& seen : task.seen) {
    JsonLine json;
    json.Integer("count", static_cast<uint64_t>(seen.count)).Raw("stack", StackJson(seen.stack));
    list += (list.empty() ? "" : ",") + json.Finish();
  }
  return "[" + list + "]";
}

std::string CallsJson(const CallTree& tree, const CallNode& node) {
  std::string list;
  for (const CallNode& call : node.calls) {
    JsonLine json;
    json.String("function", call.function).String("file", call.file);
    json.Integer("line", static_cast<uint64_t>(std::max(call.line, 0)));
    if (call.skipped > 0) json.Integer("skipped", static_cast<uint64_t>(call.skipped));
    json.Share("total", CallShare(tree, call.total)).Share("self", CallShare(tree, call.self));
    json.Share("other", CallShare(tree, call.other)).Raw("calls", CallsJson(tree, call));
    list += (list.empty() ? "" : ",") + json.Finish();
  }
  return "[" + list + "]";
}

std::string TreeJson(const CallTree& tree) {
  JsonLine json;
  json.Integer("count", tree.count).Integer("late", tree.late);
  json.Share("other", CallShare(tree, tree.root.other));
  return json.Raw("calls", CallsJson(tree, tree.root)).Finish();
}

std::string SplitJson(const TimeSplit& split) {
  JsonLine json;
  json.Ms("javascript", split.javascript_ns).Ms("sync", split.sync_ns).Ms("gc", split.gc_ns);
  json.Ms("cpuWait", split.cpu_wait_ns).Ms("stopped", split.stopped_ns);
  return json.Ms("unattributed", split.unattributed_ns).Finish();
}

std::string GcJson(const GcTimes& gc) {
  JsonLine json;
  json.Integer("count", gc.count).Ms("scavenge", gc.scavenge_ns);
  return json.Ms("full", gc.full_ns).Ms("other", gc.other_ns).Finish();
}

std::string VictimsJson(const Victims& victims) {
  JsonLine json;
  json.Raw("timers", WaitersJson(victims.timers));
  json.Raw("immediates", WaitersJson(victims.immediates));
  json.Raw("completions", WaitersJson(victims.completions));
  json.Raw("sockets", WaitersJson(victims.sockets));
  return json.Raw("connections", WaitersJson(victims.connections)).Finish();
}

}  // namespace

void JsonLine::Key(const char* key) {
  if (text_.size() > 1) text_ += ',';
  text_ += '"';
  text_ += key;
  text_ += "\":";
}

JsonLine& JsonLine::String(const char* key, std::string_view value) {
  Key(key);
  AppendJsonString(&text_, value, kMaxJsonText);
  return *this;
}

JsonLine& JsonLine::Integer(const char* key, uint64_t value) {
  Key(key);
  text_ += std::to_string(value);
  return *this;
}

JsonLine& JsonLine::Ms(const char* key, uint64_t ns) {
  Key(key);
  char number[40];
  std::snprintf(number, sizeof number, "%" PRIu64 ".%06" PRIu64, ns / 1'000'000, ns % 1'000'000);
  std::string text = number;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  text_ += text;
  return *this;
}

JsonLine& JsonLine::Share(const char* key, double value) {
  Key(key);
  char number[40];
  std::snprintf(number, sizeof number, "%.4f", value);
  text_ += number;
  return *this;
}

JsonLine& JsonLine::Bool(const char* key, bool value) { return Raw(key, value ? "true" : "false"); }

JsonLine& JsonLine::Raw(const char* key, std::string_view json) {
  Key(key);
  text_ += json;
  return *this;
}

JsonLine& JsonLine::Members(std::string_view members) {
  if (text_.size() > 1 && !members.empty()) text_ += ',';
  text_ += members;
  return *this;
}

std::string LongTaskMembers(const LongTask& task) {
  JsonLine json;
  json.Integer("number", task.record.number).String("kind", TaskKindName(task.record.kind));
  json.Ms("startTime", task.record.start_ns).Ms("duration", task.duration_ns());
  json.Ms("drain", task.drain_ns)
      .Integer("ticks", task.record.ticks)
      .Integer("microtasks", task.record.microtasks)
      .Raw("split", SplitJson(task.split))
      .Raw("gc", GcJson(task.gc));
  if (task.split.throttled_ns > 0) json.Ms("throttled", task.split.throttled_ns);
  if (task.record.queued_ns != 0) json.Ms("queueTime", task.record.queued_ns);
  if (task.record.ready_ns != 0) json.Ms("readyTime", task.record.ready_ns);
  if (!task.invoker.empty()) json.Raw("invoker", FrameJson(task.invoker.front()));
  if (!task.origin.empty()) json.Raw("origin", StackJson(task.origin));
  json.Raw("cause", CauseJson(task)).Raw("seen", SeenJson(task));
  if (task.tree) json.Raw("tree", TreeJson(*task.tree));
  json.Raw("victims", VictimsJson(task.victims));
  std::string object = json.Finish();
  return object.substr(1, object.size() - 2);
}

std::string IsoTime() {
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  tm utc;
  gmtime_r(&now.tv_sec, &utc);
  char text[64];
  size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
  std::snprintf(text + size, sizeof text - size, ".%03ldZ", now.tv_nsec / 1'000'000);
  return text;
}

}  // namespace rondo
