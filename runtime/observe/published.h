// What the loop's thread makes known to a monitor on another thread, which never touches V8.
//
// Exists only when somebody watches (--monitor). The loop's thread writes counters without locks or
// locked instructions, a few nanoseconds a task; what is rare (a long task, a sample of the stack,
// the heap's sizes once a second) is handed over under a short mutex.
#ifndef RONDO_OBSERVE_PUBLISHED_H_
#define RONDO_OBSERVE_PUBLISHED_H_

#include <uv.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/loop/pool_load.h"
#include "runtime/observe/long_task.h"
#include "runtime/observe/report/summary.h"
#include "runtime/observe/stacks/source_frame.h"
#include "runtime/observe/times/log_histogram.h"

namespace rondo {

// Buckets of garbage collections and of long tasks, seconds.
inline constexpr std::array<double, 7> kGcBounds = {0.001, 0.01, 0.1, 1, 2, 5, 10};
inline constexpr std::array<double, 8> kLongTaskBounds = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

enum class GcKind : uint8_t { kMinor, kMajor, kIncremental, kWeakCallbacks, kCount };

// What is said of long tasks; copied under the mutex.
struct LongTaskFacts {
  std::deque<LongTask> latest;  // oldest first, at most kKept
  std::map<std::pair<TaskKind, LongTask::Cause>, BoundHistogram<8>> durations;
  std::map<const char*, BoundHistogram<8>>
      waits;                                // longest wait of a task's victims, by their kind
  std::map<const char*, uint64_t> victims;  // by their kind
  uint64_t count = 0;
  uint64_t blocked_ns = 0;

  static constexpr size_t kKept = 50;
};

// Where JavaScript was when the watchdog last asked.
struct StackSample {
  uint64_t task = 0;  // the task's number; 0: none was ever taken
  uint64_t at_ns = 0;
  std::vector<SourceFrame> stack;  // innermost first
};

// Sizes and lists that are read once a second on the loop's thread.
struct Resources {
  struct Space {
    std::string name;
    uint64_t size = 0, used = 0, available = 0, physical = 0;
  };
  uint64_t at_ns = 0;  // when it was read; 0: never
  uint64_t heap_total = 0, heap_used = 0, heap_limit = 0, heap_external = 0, heap_malloced = 0;
  std::vector<Space> spaces;
  std::map<std::string, uint64_t> active;  // handles and requests by name
  uint64_t completions = 0;                // thread pool work that is done and not yet delivered
  std::vector<int> sockets;                // descriptors that libuv reads from or listens on

  static constexpr size_t kMaxSockets = 4096;
};

class Published {
 public:
  // The delay of the loop is measured at points of time this far apart: how long would an event
  // have waited that came then?
  static constexpr uint64_t kPointNs = 10'000'000;

  // On the loop's thread, before the first task. Lives as long as the process.
  explicit Published(Loop& loop);
  Published(const Published&) = delete;
  Published& operator=(const Published&) = delete;

  // The loop's thread.
  void OnTaskEnd(const TaskRecord& record) {
    const auto kind = static_cast<size_t>(record.kind);
    const uint64_t took_ns = record.end_ns - record.start_ns;
    Increase(&kind_count_[kind], 1);
    Increase(&kind_ns_[kind], took_ns);
    task_time_.Add(took_ns);
    if (record.js_end_ns > record.start_ns) drain_time_.Add(record.end_ns - record.js_end_ns);
    // V8's own tasks run just before the poll, after the turn's end was noted.
    if (record.kind == TaskKind::kPlatform && turn_start_.load(std::memory_order_relaxed) == 0) {
      CloseTurn(record.start_ns, record.end_ns);
      return;
    }
    if (turn_start_.load(std::memory_order_relaxed) == 0)
      turn_start_.store(record.start_ns, std::memory_order_relaxed);
    turn_end_ = record.end_ns;
  }
  void OnLongTask(const LongTask& task);
  void OnCollection(v8::GCType type, uint64_t took_ns);
  void OnPoolWait(const PoolWait& wait);
  void OnSample(uint64_t task, const std::vector<SourceFrame>& stack);

  // Whom long tasks are blamed on; it must live as long as this.
  void set_culprits(const Summary& culprits) { culprits_ = &culprits; }

  // Any thread.
  std::vector<CulpritSum> Culprits(size_t n) const {
    return culprits_ ? culprits_->Top(n) : std::vector<CulpritSum>();
  }
  const Loop& loop() const { return loop_; }
  uint64_t start_ns() const { return start_ns_; }
  uint64_t tasks(TaskKind kind) const { return Get(kind_count_[static_cast<size_t>(kind)]); }
  uint64_t task_ns(TaskKind kind) const { return Get(kind_ns_[static_cast<size_t>(kind)]); }
  const LogHistogram& task_time() const { return task_time_; }
  // Of tasks whose own JavaScript took longer than the kernel's coarse clock's tick.
  const LogHistogram& drain_time() const { return drain_time_; }
  // Delays of points within tasks; idle_points() is how many found the loop free.
  const LogHistogram& delay() const { return delay_; }
  uint64_t idle_points() const { return Get(idle_points_); }
  uint64_t next_point_ns() const { return Get(next_point_); }
  // When the running turn's first task began; 0: the loop waits.
  uint64_t turn_start_ns() const;
  // Time in turns that are over, from their first task's start to their last one's end.
  uint64_t busy_ns() const { return Get(busy_ns_); }
  uint64_t turns() const { return Get(turns_); }
  uint64_t immediates() const { return Get(immediates_); }
  // When the next timer is due, CLOCK_MONOTONIC; 0: there is none.
  uint64_t timer_due_ns() const { return Get(timer_due_ns_); }
  uint64_t requests() const { return Get(requests_); }
  BoundHistogram<7> Gc(GcKind kind) const;
  LongTaskFacts LongTasks() const;
  // Waits for a thread of the pool that were as long as a long task, by cause.
  std::map<PoolWait::Cause, BoundHistogram<8>> PoolWaits() const;
  StackSample Sample() const;
  Resources LatestResources() const;

 private:
  using Counter = std::atomic<uint64_t>;
  static uint64_t Get(const Counter& counter) { return counter.load(std::memory_order_relaxed); }
  // One writer: no locked instruction is needed.
  static void Increase(Counter* counter, uint64_t by) {
    counter->store(Get(*counter) + by, std::memory_order_relaxed);
  }

  void OnPrepare();
  void CloseTurn(uint64_t start_ns, uint64_t end_ns);
  void ReadResources();

  Loop& loop_;
  const uint64_t start_ns_;
  uv_prepare_t prepare_;
  std::array<Counter, static_cast<size_t>(TaskKind::kCount)> kind_count_{};
  std::array<Counter, static_cast<size_t>(TaskKind::kCount)> kind_ns_{};
  LogHistogram task_time_;
  LogHistogram drain_time_;
  LogHistogram delay_;
  Counter idle_points_{0};
  Counter next_point_;
  Counter turn_start_{0};
  uint64_t turn_end_ = 0;
  Counter busy_ns_{0};
  Counter turns_{0};
  Counter immediates_{0};
  Counter timer_due_ns_{0};
  Counter requests_{0};
  uint64_t resources_ms_ = 0;

  const Summary* culprits_ = nullptr;
  mutable std::mutex mutex_;
  std::array<BoundHistogram<7>, static_cast<size_t>(GcKind::kCount)> gc_;
  LongTaskFacts long_tasks_;
  std::map<PoolWait::Cause, BoundHistogram<8>> pool_waits_;
  StackSample sample_;
  Resources resources_;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_PUBLISHED_H_
