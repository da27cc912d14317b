#include "runtime/observe/report/report_groups.h"

#include <algorithm>
#include <cstdio>

namespace rondo {
namespace {

std::string Time(uint64_t ns) {
  char text[40];
  const double ms = static_cast<double>(ns) / 1e6;
  std::snprintf(text, sizeof text, ms < 1000 ? "%.1f ms" : "%.2f s", ms < 1000 ? ms : ms / 1000);
  return text;
}

std::string Line(const CulpritSum& held, const std::string& name, const char* again) {
  std::string text = std::string("rondo: long task") + again;
  if (held.count > 1) text += " \u00d7" + std::to_string(held.count);
  text += ": " + name;
  if (!held.origin.empty()) text += ", from " + held.origin;
  text += ", " + Time(held.total_ns);
  if (held.count > 1) text += " together, worst " + Time(held.worst_ns);
  text += "; ";
  text += held.waiters == 0 ? "nobody" : std::to_string(held.waiters);
  text += " waited";
  if (held.waited_ns > 0)
    text += ", " + Time(held.waited_ns) + (held.waiters > 1 ? " together" : "");
  return text + "\n";
}

void ClearNumbers(CulpritSum* culprit) {
  culprit->count = culprit->total_ns = culprit->worst_ns = culprit->waiters = culprit->waited_ns =
      0;
}

}  // namespace

bool ReportGroups::Add(const CulpritSum& task, uint64_t now_ns) {
  Group& group = Find(task);
  group.seen_ns = now_ns;
  const bool stale = group.full_ns == 0 || now_ns - group.full_ns >= kFullNs;
  if (stale && limit_.Allow(now_ns)) {
    group.full_ns = group.line_ns = now_ns;
    return true;
  }
  if (group.line_ns == 0) group.line_ns = now_ns;
  group.held.Add(task);
  SetDue();
  return false;
}

ReportGroups::Group& ReportGroups::Find(const CulpritSum& task) {
  for (Group& group : groups_) {
    if (group.held.Same(task)) return group;
  }
  if (groups_.size() == kGroups) {
    auto oldest = std::min_element(groups_.begin(), groups_.end(),
                                   [](auto& a, auto& b) { return a.seen_ns < b.seen_ns; });
    others_.Add(oldest->held);
    groups_.erase(oldest);
  }
  Group& group = groups_.emplace_back();
  group.held = task;
  ClearNumbers(&group.held);
  return group;
}

void ReportGroups::SetDue() {
  uint64_t earliest = others_.count > 0 ? taken_ns_ + kLineNs : UINT64_MAX;
  for (const Group& group : groups_) {
    if (group.held.count > 0) earliest = std::min(earliest, group.line_ns + kLineNs);
  }
  if (earliest == UINT64_MAX) {
    due_ns_ = 0;
  } else {
    due_ns_ = taken_ns_ == 0 ? earliest : std::max(earliest, taken_ns_ + kLineNs);
  }
}

std::string ReportGroups::Take(uint64_t now_ns, bool all) {
  if (due_ns_ == 0 || (!all && now_ns < due_ns_)) return "";
  std::vector<Group*> due;
  for (Group& group : groups_) {
    if (group.held.count > 0 && (all || group.line_ns + kLineNs <= now_ns)) due.push_back(&group);
  }
  std::stable_sort(due.begin(), due.end(), [](const Group* a, const Group* b) {
    return a->held.total_ns > b->held.total_ns;
  });
  std::string text;
  for (size_t i = 0; i < due.size(); ++i) {
    Group& group = *due[i];
    if (i < kLines) {
      text += Line(group.held, group.held.Name(), group.full_ns > 0 ? " again" : "");
    } else {
      others_.Add(group.held);
    }
    ClearNumbers(&group.held);
    group.line_ns = now_ns;
  }
  if (others_.count > 0) {
    text += Line(others_, "other culprits", "");
    ClearNumbers(&others_);
  }
  taken_ns_ = now_ns;
  SetDue();
  return text;
}

}  // namespace rondo
