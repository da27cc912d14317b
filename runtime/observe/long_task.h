// A task that held the loop for too long: what it was, what caused it, who waited.
#ifndef RONDO_OBSERVE_LONG_TASK_H_
#define RONDO_OBSERVE_LONG_TASK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/loop/task.h"
#include "runtime/observe/source_frame.h"
#include "runtime/observe/victims.h"

namespace rondo {

struct LongTask {
  enum class Cause : uint8_t {
    kSyncCall,        // a blocking call: `name` says which
    kJavaScript,      // a function that was running
    kTickFlood,       // process.nextTick callbacks that queue the next ones
    kMicrotaskFlood,  // promise reactions and queueMicrotask callbacks that queue the next ones
    kGc,              // garbage collection
    kNative,          // native code called from JavaScript; `stack` is the place that ran next
    kUnknown          // nothing could be sampled
  };

  TaskRecord record;
  Cause cause = Cause::kUnknown;
  std::string name;                // the call's name, for kSyncCall
  uint64_t cause_ns = 0;           // time known to be of that cause; 0: not measured apart
  uint64_t cause_count = 0;        // calls, for kSyncCall
  uint64_t gc_ns = 0;              // of which garbage collection
  std::vector<SourceFrame> stack;  // innermost first; may be empty
  Victims victims;

  uint64_t duration_ns() const { return record.end_ns - record.start_ns; }
};

// "sync-call", "javascript", "tick-flood" ...
const char* CauseName(LongTask::Cause cause);

// The report for a person: several lines, with a line feed at the end.
std::string FormatLongTask(const LongTask& task);

}  // namespace rondo

#endif  // RONDO_OBSERVE_LONG_TASK_H_
