// A thread that notices a task over the threshold while it runs, and asks V8 where it is.
#ifndef RONDO_OBSERVE_WATCHDOG_H_
#define RONDO_OBSERVE_WATCHDOG_H_

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/observe/published.h"
#include "runtime/observe/stacks/js_samples.h"
#include "runtime/observe/stacks/native_samples.h"
#include "runtime/observe/times/usage_log.h"

namespace rondo {

class Watchdog {
 public:
  // `usage` reads the loop's thread, and goes to `log`; `samples` is written on the loop's thread,
  // in interrupts. All must outlive the process's other threads.
  // `native` gets what answers no interrupt.
  Watchdog(Loop& loop, const UsageReader& usage, JsSamples& samples, NativeSamples& native,
           UsageLog& log, uint64_t threshold_ns);

  // Starts the thread at the first call; later ones wake it when it sleeps because the loop was
  // idle. Loop's thread.
  void OnTaskStart() {
    if (asleep_.load(std::memory_order_acquire)) [[unlikely]]
      Wake();
  }
  // For how long, at `now_ns`, V8 has not answered a question about task `number`; 0: there is
  // none.
  uint64_t UnansweredNs(uint64_t number, uint64_t now_ns) const {
    if (requested_number_.load(std::memory_order_acquire) != number) return 0;
    const uint64_t asked_ns = requested_ns_.load(std::memory_order_relaxed);
    return now_ns > asked_ns ? now_ns - asked_ns : 0;
  }
  // Samples are shown to a monitor too. Before the first task.
  void set_published(Published* published) { published_ = published; }
  // Where the task of that number is; within the blocking call `call`, if that is not null, which
  // is `shown` to people. Loop's thread.
  void SetPlace(uint64_t number, const std::vector<SourceFrame>& stack, const char* call,
                std::string shown);
  // Whether nothing is printed about a stuck loop or pool.
  void set_quiet(bool quiet) { quiet_ = quiet; }

 private:
  void Wake();
  void Run();
  // Looks at the running task once. Returns how long it has run, 0 when idle.
  uint64_t Look();
  // Looks whether requests wait for the thread pool without any of its threads becoming free.
  // Returns whether any waits.
  bool LookAtPool();
  void RequestSample(uint64_t number);
  void Sample(v8::Isolate* isolate, uint64_t number, uint64_t latency_ns);
  // Asks a blocking call, which answers no interrupt, where it was made.
  void AskBlockedCall(uint64_t number, uint64_t now_ns);
  void ReportStuck(uint64_t number, uint64_t held_ns);
  static void OnInterrupt(v8::Isolate* isolate, void* data);

  Loop& loop_;
  const UsageReader& usage_;
  JsSamples& samples_;
  NativeSamples& native_;
  UsageLog& log_;
  const uint64_t threshold_ns_;
  Published* published_ = nullptr;
  bool quiet_ = false;
  std::thread thread_;
  std::atomic<bool> asleep_{true};
  std::mutex mutex_;
  std::condition_variable wake_;
  bool started_ = false;
  // The request in flight: the task it is meant for and when it was made.
  std::atomic<uint64_t> requested_number_{0};
  std::atomic<uint64_t> requested_ns_{0};
  struct Place {
    uint64_t number = 0;  // the task's; 0: none is known
    const char* call = nullptr;
    std::string shown;
    SourceFrame frame;
  };
  std::mutex place_mutex_;
  Place place_;  // where a task was last seen
  uint64_t asked_call_ns_ = 0;
  uint64_t stuck_number_ = 0;
  uint64_t next_stuck_ns_ = 0;
  uint64_t pool_started_ = 0;  // requests that the pool had begun, and since when it is that number
  uint64_t pool_since_ns_ = 0;
  uint64_t next_pool_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_WATCHDOG_H_
