// LongTaskReporter: what becomes of a long task outside of the process's memory: a report on
// stderr, a line of the record, a row of the summary.
#ifndef RONDO_OBSERVE_REPORT_REPORT_H_
#define RONDO_OBSERVE_REPORT_REPORT_H_

#include <uv.h>

#include <cstdint>
#include <mutex>
#include <string>

#include "runtime/base/options.h"
#include "runtime/loop/loop.h"
#include "runtime/observe/long_task.h"
#include "runtime/observe/report/recorder.h"
#include "runtime/observe/report/report_groups.h"
#include "runtime/observe/report/report_limit.h"
#include "runtime/observe/report/summary.h"

namespace rondo {

// Prints as the options say: long_tasks (which), long_tasks_format (text: in full or grouped, see
// ReportGroups; json: a line each, at most kJsonLines a second), long_tasks_summary (at the end).
// What is held back is told after a second by a timer that does not keep the loop alive, or at the
// end. Lives as long as the process.
//
// The end is Loop::Exit; where the summary or a record was asked for, also a signal that ends the
// process because the program does not handle it (SIGINT, SIGTERM, SIGHUP).
class LongTaskReporter {
 public:
  static constexpr int kJsonLines = 100;

  // `recorder` may be null.
  LongTaskReporter(Loop& loop, const Options& options, Recorder* recorder);

  // Loop's thread.
  void OnLongTask(const LongTask& task);
  void OnStopped();

  // From any thread.
  const Summary& summary() const { return summary_; }

 private:
  static constexpr size_t kSummaryRows = 10;

  bool Wanted(const LongTask& task) const;
  std::string LineOf(const LongTask& task, uint64_t held_back) const;
  void PrintText(const LongTask& task);
  void PrintJson(const LongTask& task);
  // Prints what is due, or `all` that is held; sets the timer for the rest. With mutex_ held.
  std::string TakeHeld(bool all);
  void ArmTimer();
  void Print(std::string text);
  // What holds the loop at this moment, for the summary; empty when nothing does. Any thread.
  std::string RunningText() const;
  // `killed`: while the loop goes on.
  std::string SummaryText(bool killed) const;
  // Once: held reports, the summary, the end of the record. `signal` 0: Loop::Exit.
  void Finish(int signal);

  Loop& loop_;
  const Options& options_;
  const bool json_;
  const bool colors_;
  Recorder* const recorder_;
  Summary summary_;
  uv_timer_t timer_;  // for held reports; the loop's thread
  std::mutex mutex_;  // of what follows
  ReportGroups groups_;
  ReportLimit json_limit_{kJsonLines};
  bool broken_line_ = false;  // the last report was cut off
  bool finished_ = false;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_REPORT_H_
