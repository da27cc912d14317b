// Ends JavaScript that runs longer than it may.
#ifndef RONDO_BINDINGS_VM_TIME_LIMIT_H_
#define RONDO_BINDINGS_VM_TIME_LIMIT_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "runtime/js/v8.h"

namespace rondo {

// While it lives, JavaScript of the isolate is ended once `ms` have passed. A thread of its own
// keeps the time: the one that runs JavaScript is busy.
class TimeLimit {
 public:
  TimeLimit(v8::Isolate* isolate, int64_t ms)
      : isolate_(isolate), thread_([this, ms] { Wait(ms); }) {}
  ~TimeLimit() { Stop(); }
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;

  // Ends the watch. True when the limit was reached; JavaScript may run again then.
  bool Stop() {
    if (thread_.joinable()) {
      {
        std::lock_guard lock(mutex_);
        stopped_ = true;
      }
      wake_.notify_one();
      thread_.join();
      if (reached_) isolate_->CancelTerminateExecution();
    }
    return reached_;
  }

 private:
  void Wait(int64_t ms) {
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return stopped_; })) return;
    reached_ = true;
    isolate_->TerminateExecution();
  }

  v8::Isolate* isolate_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopped_ = false;
  bool reached_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace rondo

#endif  // RONDO_BINDINGS_VM_TIME_LIMIT_H_
