#include "runtime/observe/watchdog.h"

#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace rondo {
namespace {

constexpr uint64_t kSleepAfterIdleNs = 500'000'000;
constexpr uint64_t kFirstStuckNs = 2'000'000'000;

}  // namespace

Watchdog::Watchdog(Loop& loop, JsSamples& samples, uint64_t threshold_ns)
    : loop_(loop), samples_(samples), threshold_ns_(threshold_ns) {}

void Watchdog::Wake() {
  std::lock_guard lock(mutex_);
  asleep_.store(false, std::memory_order_release);
  if (!started_) {
    started_ = true;
    // Signals are for the loop's thread.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    thread_ = std::thread([this] { Run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    thread_.detach();  // ends with the process
  }
  wake_.notify_one();
}

void Watchdog::Run() {
  pthread_setname_np(pthread_self(), "rondo-watchdog");
  uint64_t idle_since = Loop::NowNs();
  // Half the threshold: a task that reaches the threshold has been sampled at least once.
  const auto period = std::chrono::nanoseconds(std::max<uint64_t>(threshold_ns_ / 4, 1'000'000));
  for (;;) {
    std::this_thread::sleep_for(period);
    if (Look() > 0) {
      idle_since = Loop::NowNs();
    } else if (Loop::NowNs() - idle_since > kSleepAfterIdleNs) {
      // Nothing ran for a while: sleep until a task starts. The order of the two steps makes sure
      // that one that starts meanwhile is either seen here or sees the flag.
      asleep_.store(true, std::memory_order_seq_cst);
      if (loop_.current_number() != 0) {
        asleep_.store(false, std::memory_order_release);
        continue;
      }
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return !asleep_.load(std::memory_order_acquire); });
      idle_since = Loop::NowNs();
    }
  }
}

uint64_t Watchdog::Look() {
  uint64_t number = loop_.current_number();
  if (number == 0) return 0;
  uint64_t start = loop_.current_start_ns();
  uint64_t now = Loop::NowNs();
  if (loop_.current_number() != number || now <= start) return 1;
  uint64_t held = now - start;
  if (held < threshold_ns_ / 2) return held;
  RequestSample(number);
  if (stuck_number_ != number) {
    stuck_number_ = number;
    next_stuck_ns_ = std::max(kFirstStuckNs, 4 * threshold_ns_);
  }
  if (held >= next_stuck_ns_) {
    ReportStuck(number, held);
    next_stuck_ns_ *= 4;
  }
  return held;
}

void Watchdog::RequestSample(uint64_t number) {
  // One request at a time: while native code runs they would only pile up.
  if (requested_number_.load(std::memory_order_acquire) != 0) return;
  requested_ns_.store(Loop::NowNs(), std::memory_order_relaxed);
  requested_number_.store(number, std::memory_order_release);
  loop_.isolate()->RequestInterrupt(&Watchdog::OnInterrupt, this);
}

void Watchdog::OnInterrupt(v8::Isolate* isolate, void* data) {
  auto* self = static_cast<Watchdog*>(data);
  uint64_t number = self->requested_number_.load(std::memory_order_acquire);
  uint64_t latency = Loop::NowNs() - self->requested_ns_.load(std::memory_order_relaxed);
  // After a native block the answer may come in a later task, which is innocent.
  if (number == self->loop_.current_number())
    self->samples_.Add(isolate, self->loop_.phase(), latency);
  self->requested_number_.store(0, std::memory_order_release);
}

void Watchdog::ReportStuck(uint64_t number, uint64_t held_ns) {
  const char* call = loop_.current_sync_call();
  std::fprintf(stderr, "rondo: the loop has been held for %.1f s so far, by task %llu (%s)%s%s\n",
               static_cast<double>(held_ns) / 1e9, static_cast<unsigned long long>(number),
               TaskKindName(loop_.current_kind()), call ? ", now in " : "", call ? call : "");
}

}  // namespace rondo
