#include "runtime/observe/report/summary.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <string_view>

#include "runtime/observe/report/report_json.h"

namespace rondo {
namespace {

constexpr size_t kMaxText = 300;

// The order in which culprits matter.
bool Takes(const CulpritSum& a, const CulpritSum& b) {
  if (a.waited_ns != b.waited_ns) return a.waited_ns > b.waited_ns;
  return a.total_ns > b.total_ns;
}

// Of the place only the function is known.
constexpr std::string_view kCalledIn = ", called in";

std::string ActivityName(const LongTask& task) {
  switch (task.activity) {
    case LongTask::Cause::kSyncCall:
      return PlainText(task.name, kMaxText);
    case LongTask::Cause::kTickFlood:
      return "process.nextTick flood";
    case LongTask::Cause::kMicrotaskFlood:
      return "microtask flood";
    case LongTask::Cause::kGc:
      return "garbage collection";
    case LongTask::Cause::kNative:
      if (task.located) return "a built-in function";
      if (task.within.empty()) return "a built-in function before";
      return (task.name.empty() ? "a built-in function" : PlainText(task.name, kMaxText)) +
             std::string(kCalledIn);
    case LongTask::Cause::kJavaScript:
      return "JavaScript";
    default:
      return std::string("a task of kind '") + TaskKindName(task.record.kind) + "'";
  }
}

std::string PlaceKey(const LongTask& task) {
  const SourceFrame& frame = task.place().front();
  if (task.activity == LongTask::Cause::kSyncCall) return PlainText(frame.Text(), kMaxText);
  const std::string where =
      frame.function.empty() ? std::to_string(frame.line) : "in " + frame.function;
  return PlainText(where + " " + frame.file, 2 * kMaxText);
}

std::string Seconds(uint64_t ns) {
  char text[40];
  const double ms = static_cast<double>(ns) / 1e6;
  if (ms < 1000) {
    std::snprintf(text, sizeof text, "%.1f ms", ms);
  } else {
    std::snprintf(text, sizeof text, "%.2f s", ms / 1000);
  }
  return text;
}

std::string Row(const CulpritSum& culprit, const std::string& name) {
  char numbers[160];
  std::snprintf(numbers, sizeof numbers, "  %10s %7" PRIu64 " %6" PRIu64 " %10s %10s  ",
                Seconds(culprit.waited_ns).c_str(), culprit.waiters, culprit.count,
                Seconds(culprit.total_ns).c_str(), Seconds(culprit.worst_ns).c_str());
  return numbers + name + "\n";
}

std::string Numbers(const CulpritSum& sum) {
  JsonLine json;
  json.Integer("count", sum.count).Ms("total", sum.total_ns).Ms("worst", sum.worst_ns);
  json.Integer("waiters", sum.waiters).Ms("waited", sum.waited_ns);
  const std::string object = json.Finish();
  return object.substr(1, object.size() - 2);
}

}  // namespace

std::string PlainText(std::string text, size_t limit) {
  if (text.size() > limit) {
    // Not in the middle of a character.
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80) --limit;
    text.resize(limit);
    text += "...";
  }
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == 0x7f) text[i] = '?';
    // U+0080 to U+009F in UTF-8
    if (c == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) {
      text.replace(i, 2, "?");
    }
  }
  return text;
}

void CulpritSum::Add(const CulpritSum& other) {
  count += other.count;
  total_ns += other.total_ns;
  if (other.worst_ns >= worst_ns) {
    worst_ns = other.worst_ns;
    name = other.name;
    arguments = other.arguments;
    stack = other.stack;
  }
  if (!other.origin.empty()) origin = other.origin;
  waiters += other.waiters;
  waited_ns += other.waited_ns;
  last_ns = std::max(last_ns, other.last_ns);
  victims.Add(other.victims);
}

std::string CulpritSum::Name() const {
  if (place.empty()) return what;
  return what + (what.ends_with(kCalledIn) ? " " : " at ") + place;
}

CulpritSum CulpritOf(const LongTask& task) {
  CulpritSum culprit;
  culprit.cause = CauseName(task.cause);
  culprit.what = ActivityName(task);
  if (task.cause == LongTask::Cause::kCpuWait) {
    culprit.what = (task.split.throttled() ? "no CPU quota for " : "no CPU for ") + culprit.what;
  }
  if (task.cause == LongTask::Cause::kPageFaults) culprit.what = "page faults in " + culprit.what;
  if (!task.place().empty()) {
    culprit.place = PlainText(task.place().front().Text(), kMaxText);
    culprit.key = PlaceKey(task);
  }
  culprit.count = 1;
  culprit.total_ns = culprit.worst_ns = task.duration_ns();
  culprit.waiters = static_cast<uint64_t>(task.victims.count());
  culprit.waited_ns = task.victims.total_ns();
  culprit.last_ns = task.record.end_ns;
  culprit.name = task.name;
  culprit.arguments = task.arguments;
  culprit.stack = task.place();
  if (!task.origin.empty()) culprit.origin = PlainText(task.origin.front().Text(), kMaxText);
  culprit.victims = task.victims;
  return culprit;
}

void Summary::Add(const LongTask& task) {
  CulpritSum culprit = CulpritOf(task);
  std::lock_guard lock(mutex_);
  all_.Add(culprit);
  for (CulpritSum& known : culprits_) {
    if (known.Same(culprit)) return known.Add(culprit);
  }
  if (culprits_.size() == kCulprits) {
    auto least = std::max_element(culprits_.begin(), culprits_.end(), Takes);
    others_.Add(*least);
    culprits_.erase(least);
  }
  culprits_.push_back(std::move(culprit));
}

void Summary::AddStopped() {
  std::lock_guard lock(mutex_);
  ++stopped_;
}

std::vector<CulpritSum> Summary::Sorted() const {
  std::vector<CulpritSum> sorted = culprits_;
  std::stable_sort(sorted.begin(), sorted.end(), Takes);
  return sorted;
}

std::vector<CulpritSum> Summary::Top(size_t n) const {
  std::lock_guard lock(mutex_);
  std::vector<CulpritSum> top = Sorted();
  if (top.size() > n) top.resize(n);
  return top;
}

uint64_t Summary::count() const {
  std::lock_guard lock(mutex_);
  return all_.count;
}

uint64_t Summary::stopped() const {
  std::lock_guard lock(mutex_);
  return stopped_;
}

std::vector<CulpritSum> Summary::Worst(size_t n, CulpritSum* rest) const {
  std::vector<CulpritSum> worst = Sorted();
  *rest = others_;
  for (size_t i = n; i < worst.size(); ++i) rest->Add(worst[i]);
  if (worst.size() > n) worst.resize(n);
  return worst;
}

std::string Summary::JsonMembers(size_t n) const {
  std::lock_guard lock(mutex_);
  CulpritSum rest;
  std::string culprits;
  for (const CulpritSum& culprit : Worst(n, &rest)) {
    JsonLine json;
    json.String("cause", culprit.cause).String("what", culprit.what);
    json.String("place", culprit.place).Members(Numbers(culprit));
    culprits += (culprits.empty() ? "" : ",") + json.Finish();
  }
  JsonLine json;
  json.Members(Numbers(all_)).Integer("stopped", stopped_);
  json.Raw("culprits", "[" + culprits + "]").Raw("others", "{" + Numbers(rest) + "}");
  const std::string object = json.Finish();
  return object.substr(1, object.size() - 2);
}

std::string Summary::Format(size_t n) const {
  std::lock_guard lock(mutex_);
  std::string text = "rondo: long tasks: " + std::to_string(all_.count);
  if (all_.count > 0) {
    text += ", " + Seconds(all_.total_ns) + " together, worst " + Seconds(all_.worst_ns) + "; " +
            std::to_string(all_.waiters) + " waited, " + Seconds(all_.waited_ns) + " together";
  }
  text += "\n";
  if (all_.count > 0) {
    text += "      waited waiters  tasks      total      worst  culprit\n";
    CulpritSum rest;
    for (const CulpritSum& culprit : Worst(n, &rest)) text += Row(culprit, culprit.Name());
    if (rest.count > 0) text += Row(rest, "others");
  }
  if (stopped_ > 0) {
    text += "  not counted: " + std::to_string(stopped_) + (stopped_ == 1 ? " task" : " tasks") +
            " that took long because the process was stopped\n";
  }
  return text;
}

}  // namespace rondo
