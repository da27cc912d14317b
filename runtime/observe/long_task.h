// A task that held the loop for too long: what it was, what caused it, who waited.
#ifndef RONDO_OBSERVE_LONG_TASK_H_
#define RONDO_OBSERVE_LONG_TASK_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "runtime/loop/task.h"
#include "runtime/observe/stacks/call_tree.h"
#include "runtime/observe/stacks/source_frame.h"
#include "runtime/observe/times/gc_clock.h"
#include "runtime/observe/times/time_split.h"
#include "runtime/observe/victims.h"

namespace rondo {

// Where JavaScript was seen, and how often: the watchdog asks every quarter of the threshold.
struct SeenStack {
  int count = 0;
  std::vector<SourceFrame> stack;  // innermost first
};

struct LongTask {
  enum class Cause : uint8_t {
    kSyncCall,        // a blocking call: `name` says which
    kJavaScript,      // a function that was running
    kTickFlood,       // process.nextTick callbacks that queue the next ones
    kMicrotaskFlood,  // promise reactions and queueMicrotask callbacks that queue the next ones
    kGc,              // garbage collection
    kCpuWait,         // the thread was ready, but others had the CPUs
    kPageFaults,      // memory that had to be read from a disk
    kNative,          // native code called from JavaScript; `stack` is the place that ran next
    kUnknown          // nothing could be sampled
  };

  TaskRecord record;
  Cause cause = Cause::kUnknown;
  // What the task was doing, which differs from the cause when others kept it from doing it
  // (kCpuWait, kPageFaults). Name, arguments, count and stack are those of the activity.
  Cause activity = Cause::kUnknown;
  std::string name;          // the call's name, for kSyncCall; the built-in's, where known
  std::string arguments;     // of the longest such call, in short
  uint64_t cause_ns = 0;     // time known to be of the cause; 0: not measured apart
  uint64_t activity_ns = 0;  // the same of the activity
  uint64_t count = 0;        // calls, for kSyncCall
  TimeSplit split;           // what all of the duration went to
  GcTimes gc;                // garbage collection, also within blocking calls
  uint64_t drain_ns = 0;     // of the duration, in ticks and microtasks
  uint64_t major_faults = 0;
  std::vector<SourceFrame> stack;  // innermost first; may be empty
  std::vector<SeenStack> seen;     // exact samples, the most frequent first; at most kMaxSeen
  // All exact samples merged; shared, since the monitor copies long tasks. Null: there were none.
  std::shared_ptr<const CallTree> tree;
  // Where the callback that the task was for is defined, as one frame; empty when that is unknown
  // or Rondo's own.
  std::vector<SourceFrame> invoker;
  // Where the task was asked for, innermost first; empty when that was not taken, see TaskOrigins.
  std::vector<SourceFrame> origin;
  // For kNative: the function that called it, as a frame where it is defined, and its callers;
  // known although the line is not.
  std::vector<SourceFrame> within;
  // For kNative: the stack is where it was called from, and not just the place that ran next.
  bool located = false;
  // The stack was taken late, since others had the CPU: it is the place that ran next.
  bool late = false;
  Victims victims;

  static constexpr size_t kMaxSeen = 8;

  uint64_t duration_ns() const { return record.end_ns - record.start_ns; }
  // For how long it could have run before it did; 0 when that is not known.
  uint64_t waited_ns() const {
    return record.ready_ns == 0 || record.ready_ns > record.start_ns
               ? 0
               : record.start_ns - record.ready_ns;
  }
  // Where the time went as far as it is known: the stack, or the function that the native code was
  // called in.
  const std::vector<SourceFrame>& place() const {
    return located || within.empty() ? stack : within;
  }
  // Whether `stack` is where the time went.
  bool stack_is_culprit() const {
    return located || (!late && activity != Cause::kNative && !stack.empty());
  }
};

// "sync-call", "javascript", "tick-flood" ...
const char* CauseName(LongTask::Cause cause);

// The report for a person: several lines, with a line feed at the end.
std::string FormatLongTask(const LongTask& task);

}  // namespace rondo

#endif  // RONDO_OBSERVE_LONG_TASK_H_
