// V8's CPU profiler, for what answers no interrupts.
//
// A built-in such as Array.prototype.sort holds the loop without looking for interrupts: the
// watchdog is answered only afterwards, by whatever runs next. The profiler looks from outside, by
// a signal, and sees the caller's line. Its start costs some 15 ms, since V8 then lists all its
// functions, so it is armed by the first task that turned out to be of this kind, and disarmed when
// none came for a while. On the isolate's thread.
#ifndef RONDO_OBSERVE_STACKS_CPU_SAMPLES_H_
#define RONDO_OBSERVE_STACKS_CPU_SAMPLES_H_

#include <cstdint>
#include <vector>

#include "runtime/js/v8.h"
#include "runtime/observe/stacks/source_frame.h"

namespace rondo {

class CpuSamples {
 public:
  explicit CpuSamples(v8::Isolate* isolate) : isolate_(isolate) {}
  ~CpuSamples();
  CpuSamples(const CpuSamples&) = delete;
  CpuSamples& operator=(const CpuSamples&) = delete;

  // Starts the profiler, or keeps it going. Between two tasks.
  void Arm(uint64_t now_ns);
  bool armed() const { return profiler_ != nullptr; }
  // Where most samples of the time between the two fell, innermost first, users' code only; empty
  // when there are too few. Columns are not known (0). Drops the samples.
  std::vector<SourceFrame> Take(uint64_t start_ns, uint64_t end_ns);
  // Drops old samples, so that there is room for new ones, or disarms. Cheap when there is nothing
  // to do.
  void OnTaskEnd(uint64_t now_ns) {
    if (profiler_ && now_ns >= next_ns_) [[unlikely]]
      Turn(now_ns);
  }

 private:
  void Start(uint64_t now_ns);
  void Turn(uint64_t now_ns);
  void Disarm();

  v8::Isolate* isolate_;
  v8::CpuProfiler* profiler_ = nullptr;
  v8::ProfilerId profile_ = 0;
  uint64_t next_ns_ = 0;    // when the samples are to be dropped
  uint64_t disarm_ns_ = 0;  // when to stop for good
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_STACKS_CPU_SAMPLES_H_
