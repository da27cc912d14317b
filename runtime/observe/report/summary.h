// Summary: which culprits took how much time from others, over the life of the process.
#ifndef RONDO_OBSERVE_REPORT_SUMMARY_H_
#define RONDO_OBSERVE_REPORT_SUMMARY_H_

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "runtime/observe/long_task.h"

namespace rondo {

// Long tasks that are taken for one: the same cause, the same call and the same innermost place. Of
// JavaScript, which is seen at random moments, that is the function, or the line where it has no
// name. Times in nanoseconds.
struct CulpritSum {
  std::string cause;  // CauseName()
  std::string what;   // "readFileSync", "JavaScript", "waiting for a CPU, in readFileSync"
  std::string place;  // "load (/srv/app.js:14:20)"; empty when it is not known
  std::string key;    // the same place has the same
  uint64_t count = 0;
  uint64_t total_ns = 0;
  uint64_t worst_ns = 0;
  uint64_t waiters = 0;
  // Time taken from others: the sum of the waits of all who waited, which may be more than the time
  // that passed. Never more than the truth: connections of which that is not known count
  // as 0, timers behind the first as the 5 ms from which on they count as waiting.
  uint64_t waited_ns = 0;
  uint64_t last_ns = 0;  // when the last of them ended, CLOCK_MONOTONIC
  // Of the one that took longest: the call's name and arguments, and the stack.
  std::string name;
  std::string arguments;
  std::vector<SourceFrame> stack;
  std::string origin;  // where the last was asked for of which that is known; may be empty
  Victims victims;     // of all together

  // Whether both are the same cause, call and place.
  bool Same(const CulpritSum& other) const {
    return key == other.key && what == other.what && cause == other.cause;
  }
  void Add(const CulpritSum& other);
  // "readFileSync at load (/srv/app.js:14:20)"
  std::string Name() const;
};

// The culprit of one task, with that task's numbers. Texts are cut at 300 bytes and free of control
// characters.
CulpritSum CulpritOf(const LongTask& task);

// `text` as one line that does nothing to a terminal: control characters become '?', and what is
// longer than `limit` bytes ends in "...".
std::string PlainText(std::string text, size_t limit);

// Memory: kCulprits entries. When there are more, the one that took the least is merged into the
// others, so that all sums stay right. From any thread.
class Summary {
 public:
  static constexpr size_t kCulprits = 64;

  void Add(const LongTask& task);
  // A task that was long only because the process was stopped.
  void AddStopped();
  // The `n` that took the most time from others; of those that took the same, the longest.
  std::vector<CulpritSum> Top(size_t n) const;
  uint64_t count() const;
  uint64_t stopped() const;
  // For a person: several lines, of at most `n` culprits.
  std::string Format(size_t n) const;
  // The same as members of a JSON object, without braces: count, total, worst, waiters, waited (in
  // milliseconds), stopped, culprits, others.
  std::string JsonMembers(size_t n) const;

 private:
  // At most `n` of those that took most, and what all others came to. With mutex_ held.
  std::vector<CulpritSum> Worst(size_t n, CulpritSum* rest) const;
  std::vector<CulpritSum> Sorted() const;  // with mutex_ held

  mutable std::mutex mutex_;
  std::vector<CulpritSum> culprits_;
  CulpritSum others_;  // those that were merged
  CulpritSum all_;
  uint64_t stopped_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_SUMMARY_H_
