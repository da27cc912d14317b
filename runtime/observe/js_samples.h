// Where JavaScript was when the watchdog asked during a long task.
#ifndef RONDO_OBSERVE_JS_SAMPLES_H_
#define RONDO_OBSERVE_JS_SAMPLES_H_

#include <cstdint>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/observe/source_frame.h"

namespace rondo {

struct JsSample {
  std::vector<SourceFrame> stack;  // innermost first; empty between two ticks
  TaskPhase phase = TaskPhase::kBody;
  int count = 0;
  // In how many of them microtasks came and went soon after: many microtasks, not one that runs
  // long.
  int flood_votes = 0;
  // The answer came late: V8 looks for requests in JavaScript only, so native code ran until
  // shortly before, and this is the place that ran next.
  bool late = false;
};

// The samples of one task. Written on the loop's thread only.
class JsSamples {
 public:
  void Clear() {
    samples_.clear();
    generation_++;
  }
  void Add(v8::Isolate* isolate, TaskPhase phase, uint64_t latency_ns);
  // The most frequent sample, exact ones before late ones and located ones before others, or null.
  const JsSample* Top() const;

 private:
  // A microtask queued during a sample tells by when it runs whether the one that was sampled has
  // ended.
  struct Probe {
    JsSamples* owner;
    uint64_t generation;
    size_t sample;
    uint64_t queued_ns;
  };
  void SendProbe(v8::Isolate* isolate, size_t sample);
  static void OnProbe(void* data);

  static constexpr uint64_t kLateNs = 5'000'000;
  static constexpr size_t kMaxSamples = 64;

  std::vector<JsSample> samples_;
  uint64_t generation_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_JS_SAMPLES_H_
