// A thread that notices a task over the threshold while it runs, and asks V8 where it is.
#ifndef RONDO_OBSERVE_WATCHDOG_H_
#define RONDO_OBSERVE_WATCHDOG_H_

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "runtime/loop/loop.h"
#include "runtime/observe/js_samples.h"

namespace rondo {

class Watchdog {
 public:
  // `samples` is written on the loop's thread, in interrupts.
  Watchdog(Loop& loop, JsSamples& samples, uint64_t threshold_ns);

  // Starts the thread at the first call; later ones wake it when it sleeps because the loop was
  // idle. Loop's thread.
  void OnTaskStart() {
    if (asleep_.load(std::memory_order_acquire)) [[unlikely]]
      Wake();
  }

 private:
  void Wake();
  void Run();
  // Looks at the running task once. Returns how long it has run, 0 when idle.
  uint64_t Look();
  void RequestSample(uint64_t number);
  void ReportStuck(uint64_t number, uint64_t held_ns);
  static void OnInterrupt(v8::Isolate* isolate, void* data);

  Loop& loop_;
  JsSamples& samples_;
  const uint64_t threshold_ns_;
  std::thread thread_;
  std::atomic<bool> asleep_{true};
  std::mutex mutex_;
  std::condition_variable wake_;
  bool started_ = false;
  // The request in flight: the task it is meant for and when it was made.
  std::atomic<uint64_t> requested_number_{0};
  std::atomic<uint64_t> requested_ns_{0};
  uint64_t stuck_number_ = 0;
  uint64_t next_stuck_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_WATCHDOG_H_
