// Where JavaScript was when the watchdog asked during a long task.
#ifndef RONDO_OBSERVE_STACKS_JS_SAMPLES_H_
#define RONDO_OBSERVE_STACKS_JS_SAMPLES_H_

#include <cstdint>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/observe/stacks/call_tree.h"
#include "runtime/observe/stacks/source_frame.h"

namespace rondo {

struct JsSample {
  std::vector<SourceFrame> stack;  // innermost first; empty between two ticks or microtasks
  TaskPhase phase = TaskPhase::kBody;
  int count = 0;
  // In how many of them microtasks came and went soon after: many microtasks, not one that runs
  // long.
  int flood_votes = 0;
  // The answer came late: V8 looks for requests in JavaScript only, so native code ran until
  // shortly before, and this is the place that ran next.
  bool late = false;
  // It was JavaScript that a blocking call (a SyncScope) called.
  bool within_call = false;
  // It fell between two callbacks of queueMicrotask.
  bool queue_microtask = false;
  uint64_t number = 0;  // tells it from others that had its place in the list
};

// The samples of one task. Written on the loop's thread only.
class JsSamples {
 public:
  void Clear() {
    if (first_asked_ns_ == 0) return;
    samples_.clear();
    tree_.Clear();
    first_asked_ns_ = late_ns_ = 0;
    generation_++;
  }
  // `latency_ns`: for how long the watchdog waited for the answer that is given now.
  void Add(v8::Isolate* isolate, TaskPhase phase, uint64_t latency_ns, bool within_call);
  // When the watchdog first asked, of those times that were answered; 0: none was.
  uint64_t first_asked_ns() const { return first_asked_ns_; }
  // How long it waited in all for answers that came late.
  uint64_t late_ns() const { return late_ns_; }
  // The most frequent sample, exact ones before late ones and located ones before others, or null.
  const JsSample* Top() const;
  // Samples that are exact and located, the most frequent first; at most `limit` of them.
  std::vector<const JsSample*> Exact(size_t limit) const;

  // All that are exact and located, as a tree of calls.
  CallTree Tree() const { return tree_.Finish(); }

  // An answer in JavaScript comes much sooner.
  static constexpr uint64_t kLateNs = 5'000'000;

 private:
  // A microtask queued during a sample tells by when it runs whether the one that was sampled has
  // ended.
  struct Probe {
    JsSamples* owner;
    uint64_t generation;
    uint64_t sample;  // its number
    uint64_t queued_ns;
  };
  void SendProbe(v8::Isolate* isolate, uint64_t sample);
  static void OnProbe(void* data);

  static constexpr size_t kMaxSamples = 64;

  std::vector<JsSample> samples_;
  uint64_t numbered_ = 0;
  CallTreeBuilder tree_;
  uint64_t generation_ = 0;
  uint64_t first_asked_ns_ = 0;
  uint64_t late_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_STACKS_JS_SAMPLES_H_
