#include "runtime/observe/pool_waits.h"

#include <algorithm>
#include <cstring>

#include "runtime/base/format.h"
#include "runtime/observe/report/report_text.h"

namespace rondo {
namespace {

// Work of one name.
struct Group {
  const char* name;
  int count;
  uint64_t longest_ns;
  bool running;
};

std::vector<Group> Grouped(const std::vector<PoolWork>& work, uint64_t now_ns) {
  std::vector<Group> groups;
  for (const PoolWork& each : work) {
    const uint64_t end_ns = each.end_ns == 0 ? now_ns : each.end_ns;
    const uint64_t took_ns = end_ns > each.start_ns ? end_ns - each.start_ns : 0;
    auto known = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return std::strcmp(group.name, each.name) == 0;
    });
    if (known == groups.end()) known = groups.insert(groups.end(), {each.name, 0, 0, false});
    known->count++;
    known->longest_ns = std::max(known->longest_ns, took_ns);
    known->running |= each.end_ns == 0;
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.longest_ns > b.longest_ns; });
  return groups;
}

}  // namespace

const char* PoolCauseName(PoolWait::Cause cause) {
  switch (cause) {
    case PoolWait::Cause::kSlowWork:
      return "slow-work";
    case PoolWait::Cause::kManyRequests:
      return "many-requests";
    case PoolWait::Cause::kCpuWait:
      return "cpu-wait";
  }
  return "";
}

std::string PoolWorkText(const std::vector<PoolWork>& work, uint64_t now_ns) {
  std::string text;
  for (const Group& group : Grouped(work, now_ns)) {
    if (!text.empty()) text += ", ";
    if (group.count > 1) text += Format("%d x ", group.count);
    text += group.name + Format(" (%s%.0f ms%s)", group.count > 1 ? "longest " : "",
                                Ms(group.longest_ns), group.running ? " so far" : "");
  }
  return text;
}

std::string FormatPoolJam(const PoolJam& jam) {
  const PoolWait& wait = jam.longest;
  std::string text =
      Format("rondo: thread pool: a request (%s) waited %.1f ms for a thread, behind %u %s\n",
             wait.name, Ms(wait.waited_ns()), wait.ahead, wait.ahead == 1 ? "other" : "others");
  const std::string threads =
      wait.threads == 1 ? "the only thread was" : Format("all %u threads were", wait.threads);
  const std::string work = PoolWorkText(wait.work, wait.start_ns);
  switch (wait.cause) {
    case PoolWait::Cause::kSlowWork:
      text += "  cause   " + threads + " busy with slow work: " + work + "\n";
      text += Format(
          "  remedy  more threads (UV_THREADPOOL_SIZE, now %u), or fewer slow requests at a time\n",
          wait.threads);
      break;
    case PoolWait::Cause::kManyRequests:
      text += "  cause   " + threads + " busy with many short requests, the last: " + work + "\n";
      text += Format(
          "  remedy  fewer requests at a time, or more threads (UV_THREADPOOL_SIZE, now %u)\n",
          wait.threads);
      break;
    case PoolWait::Cause::kCpuWait:
      text += "  cause   a thread was free, but got no CPU: the machine was busy\n";
      break;
  }
  if (jam.count > 1) {
    text += Format("  waited  %llu requests, within %.1f ms\n",
                   static_cast<unsigned long long>(jam.count), Ms(jam.end_ns - jam.start_ns));
  }
  return text;
}

PoolWaits::PoolWaits(uint64_t threshold_ns, Print print) : print_(print) {
  PoolLoad::Observe(threshold_ns);
}

void PoolWaits::Add(const PoolWait& wait) {
  wait_count_++;
  // Deliveries come out of order: a jam goes on while a wait began before it ended.
  if (jams_.empty() || wait.queued_ns > jams_.back().end_ns) {
    if (jams_.size() == kKept) jams_.pop_front();
    jams_.push_back({wait.queued_ns, wait.start_ns, 0, wait});
    jam_count_++;
    printed_ns_ = 0;
  }
  PoolJam& jam = jams_.back();
  jam.count++;
  jam.start_ns = std::min(jam.start_ns, wait.queued_ns);
  jam.end_ns = std::max(jam.end_ns, wait.start_ns);
  if (wait.waited_ns() > jam.longest.waited_ns()) jam.longest = wait;
  const bool wanted = print_ == Print::kAll ||
                      (print_ == Print::kSlowWork && wait.cause == PoolWait::Cause::kSlowWork);
  // A jam is told once, and again each time that its longest wait is four times as long.
  if (!wanted || wait.waited_ns() < 4 * printed_ns_ || wait.waited_ns() < jam.longest.waited_ns())
    return;
  printed_ns_ = wait.waited_ns();
  PrintNotice(FormatPoolJam(jam));
}

}  // namespace rondo
