// Which long tasks are reported in full, and which in one line with others of the same culprit.
#ifndef RONDO_OBSERVE_REPORT_REPORT_GROUPS_H_
#define RONDO_OBSERVE_REPORT_REPORT_GROUPS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/observe/report/report_limit.h"
#include "runtime/observe/report/summary.h"

namespace rondo {

// The first long task of a culprit is reported in full, and again every minute. Between them there
// is at most one line a second for a culprit, with what came together meanwhile. In all at most 5
// full reports and kLines lines a second; memory for kGroups culprits, and nothing is left
// uncounted. Times are nanoseconds that never go back.
class ReportGroups {
 public:
  static constexpr size_t kGroups = 64;
  static constexpr size_t kLines = 10;

  // Counts a long task. True: it is to be reported in full; otherwise Take() will tell of it.
  bool Add(const CulpritSum& task, uint64_t now_ns);
  // When there is something to Take(); 0: nothing is held.
  uint64_t due_ns() const { return due_ns_; }
  // The lines that are due, each with a line feed; `all`: also those that are not due.
  std::string Take(uint64_t now_ns, bool all);

 private:
  struct Group {
    CulpritSum held;       // its numbers are those of the tasks that were not reported yet
    uint64_t full_ns = 0;  // when one was last reported in full; 0: never
    uint64_t line_ns = 0;  // when it was last reported in any form
    uint64_t seen_ns = 0;
  };
  static constexpr uint64_t kLineNs = 1'000'000'000;
  static constexpr uint64_t kFullNs = 60'000'000'000;

  Group& Find(const CulpritSum& task);
  void SetDue();

  ReportLimit limit_;
  std::vector<Group> groups_;
  CulpritSum others_;  // held tasks of culprits that are not in groups_ any more
  uint64_t taken_ns_ = 0;
  uint64_t due_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_REPORT_GROUPS_H_
