// Which function called the native code that holds the loop.
//
// A built-in such as Array.prototype.sort answers no interrupt, and V8's profiler, which sees the
// line, must have been started before. What can be had at any time is the addresses on the stack:
// a signal takes them (v8::Isolate::GetStackSample is made for that). When the task is over, V8
// lists the code that it has, and the addresses turn out to be functions. Of the line within a
// function nothing is known.
#ifndef RONDO_OBSERVE_STACKS_NATIVE_SAMPLES_H_
#define RONDO_OBSERVE_STACKS_NATIVE_SAMPLES_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/observe/stacks/source_frame.h"

namespace rondo {

class NativeSamples {
 public:
  static constexpr size_t kSamples = 8;  // of a task, the first ones
  static constexpr size_t kFrames = 32;

  // A user's function, as a frame at the place where it is defined, with its callers behind it; and
  // what it called, "Array.prototype.sort", where that has a name. Empty when nothing is known.
  struct Caller {
    std::vector<SourceFrame> stack;
    std::string called;
  };

  explicit NativeSamples(Loop& loop) : loop_(loop) {}

  // Takes a sample of task `number`, if that is still running then. Watchdog's thread.
  void Ask(uint64_t number);
  // A new task. Loop's thread.
  void Clear() {
    if (taken_.load(std::memory_order_relaxed) > 0) taken_.store(0, std::memory_order_relaxed);
  }
  // The caller in most samples. Between two tasks; takes some milliseconds, since V8 goes through
  // its heap.
  Caller Locate();

 private:
  struct Sample {
    size_t count = 0;
    void* frames[kFrames];  // innermost first
  };
  static void OnSignal(void* context);

  Loop& loop_;
  std::atomic<uint64_t> wanted_{0};  // the task's number
  std::array<Sample, kSamples> samples_;
  std::atomic<size_t> taken_{0};
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_STACKS_NATIVE_SAMPLES_H_
