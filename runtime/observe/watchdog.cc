#include "runtime/observe/watchdog.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "runtime/base/format.h"
#include "runtime/loop/blocked_call.h"
#include "runtime/loop/pool_load.h"
#include "runtime/observe/pool_waits.h"
#include "runtime/observe/report/report_text.h"

namespace rondo {
namespace {

constexpr uint64_t kSleepAfterIdleNs = 500'000'000;
constexpr uint64_t kFirstStuckNs = 2'000'000'000;
constexpr uint64_t kAskBlockedNs = 1'000'000'000;

}  // namespace

Watchdog::Watchdog(Loop& loop, const UsageReader& usage, JsSamples& samples, NativeSamples& native,
                   UsageLog& log, uint64_t threshold_ns)
    : loop_(loop),
      usage_(usage),
      samples_(samples),
      native_(native),
      log_(log),
      threshold_ns_(threshold_ns) {}

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
  const uint64_t period_ns = std::max<uint64_t>(threshold_ns_ / 4, 1'000'000);
  const UsageReader own(gettid());
  UsageSampler usage(usage_);
  for (;;) {
    const uint64_t task_start_ns = loop_.current_number() ? loop_.current_start_ns() : 0;
    log_.Add(usage.Read(), own.ReadTimes(), period_ns, task_start_ns);
    std::this_thread::sleep_for(std::chrono::nanoseconds(period_ns));
    const bool pool_waits = LookAtPool();
    if (Look() > 0 || pool_waits) {
      idle_since = Loop::NowNs();
    } else if (Loop::NowNs() - idle_since > kSleepAfterIdleNs) {
      // Nothing ran for a while: sleep until a task starts. The order of the two steps makes sure
      // that one that starts meanwhile is either seen here or sees the flag.
      asleep_.store(true, std::memory_order_seq_cst);
      if (loop_.current_number() != 0) {
        asleep_.store(false, std::memory_order_release);
        continue;
      }
      log_.Pause();
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
  if (loop_.current_sync_call()) {
    AskBlockedCall(number, now);
  } else if (UnansweredNs(number, now) > JsSamples::kLateNs) {
    native_.Ask(number);
  }
  if (stuck_number_ != number) {
    stuck_number_ = number;
    next_stuck_ns_ = std::max(kFirstStuckNs, 4 * threshold_ns_);
  }
  if (!quiet_ && held >= next_stuck_ns_) {
    ReportStuck(number, held);
    next_stuck_ns_ *= 4;
  }
  return held;
}

bool Watchdog::LookAtPool() {
  const uint64_t started = PoolLoad::Started();
  const uint64_t now = Loop::NowNs();
  const uint64_t waiting = PoolLoad::Waiting();
  if (waiting == 0 || started != pool_started_) {
    pool_started_ = started;
    pool_since_ns_ = now;
    next_pool_ns_ = std::max(kFirstStuckNs, 4 * threshold_ns_);
    return waiting > 0;
  }
  if (!quiet_ && now - pool_since_ns_ >= next_pool_ns_) {
    next_pool_ns_ *= 4;
    char text[160];
    std::snprintf(
        text, sizeof text,
        "rondo: thread pool: no thread has become free for %.1f s, waiting requests: %llu; busy: ",
        static_cast<double>(now - pool_since_ns_) / 1e9, static_cast<unsigned long long>(waiting));
    PrintNotice(text + PoolWorkText(PoolLoad::Running(), now) + "\n");
  }
  return true;
}

void Watchdog::RequestSample(uint64_t number) {
  // One request at a time: while native code runs they would only pile up.
  if (requested_number_.load(std::memory_order_acquire) != 0) return;
  requested_ns_.store(Loop::NowNs(), std::memory_order_relaxed);
  requested_number_.store(number, std::memory_order_release);
  loop_.isolate()->RequestInterrupt(&Watchdog::OnInterrupt, this);
}

void Watchdog::AskBlockedCall(uint64_t number, uint64_t now_ns) {
  // Most are over before they need be disturbed, and are then located without skid at their end. A
  // monitor shows the line meanwhile.
  const uint64_t patience_ns = published_ ? threshold_ns_ : kAskBlockedNs;
  if (UnansweredNs(number, now_ns) < patience_ns || now_ns - asked_call_ns_ < kAskBlockedNs) return;
  asked_call_ns_ = now_ns;
  blocked_call::Ask(loop_);
}

void Watchdog::SetPlace(uint64_t number, const std::vector<SourceFrame>& stack, const char* call,
                        std::string shown) {
  std::lock_guard lock(place_mutex_);
  place_ = {number, call, std::move(shown), stack.empty() ? SourceFrame{} : stack.front()};
}

void Watchdog::OnInterrupt(v8::Isolate* isolate, void* data) {
  auto* self = static_cast<Watchdog*>(data);
  uint64_t number = self->requested_number_.load(std::memory_order_acquire);
  uint64_t latency = Loop::NowNs() - self->requested_ns_.load(std::memory_order_relaxed);
  // After a native block the answer may come in a later task, which is innocent.
  if (number == self->loop_.current_number()) self->Sample(isolate, number, latency);
  self->requested_number_.store(0, std::memory_order_release);
}

void Watchdog::Sample(v8::Isolate* isolate, uint64_t number, uint64_t latency_ns) {
  samples_.Add(isolate, loop_.phase(), latency_ns, loop_.current_sync_call() != nullptr);
  const JsSample* top = samples_.Top();
  if (!top) return;
  const char* call = loop_.current_sync_call();
  if (!top->late) SetPlace(number, top->stack, call, call ? call : "");
  if (published_) published_->OnSample(number, top->stack);
}

void Watchdog::ReportStuck(uint64_t number, uint64_t held_ns) {
  const char* call = loop_.current_sync_call();
  std::string text =
      Format("rondo: the loop has been held for %.1f s so far, by task %llu (%s)",
             static_cast<double>(held_ns) / 1e9, static_cast<unsigned long long>(number),
             TaskKindName(loop_.current_kind()));
  std::lock_guard lock(place_mutex_);
  const bool known = place_.number == number && place_.call == call;
  if (call) text += std::string(", now in ") + (known ? place_.shown : call);
  if (known && !place_.frame.file.empty())
    text += (call ? " at " : ", now at ") + PlainFrame(place_.frame).Text();
  PrintNotice(text + "\n");
}

}  // namespace rondo
