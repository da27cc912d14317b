// The observer of the loop: records tasks, and when one was long finds its cause and its victims
// and reports it.
#ifndef RONDO_OBSERVE_OBSERVER_H_
#define RONDO_OBSERVE_OBSERVER_H_

#include <cstdint>
#include <deque>

#include "runtime/base/options.h"
#include "runtime/observe/blame.h"
#include "runtime/observe/long_task.h"
#include "runtime/observe/pool_waits.h"
#include "runtime/observe/published.h"
#include "runtime/observe/report/report.h"
#include "runtime/observe/stacks/cpu_samples.h"
#include "runtime/observe/stacks/js_samples.h"
#include "runtime/observe/stacks/sync_calls.h"
#include "runtime/observe/task_origins.h"
#include "runtime/observe/task_ring.h"
#include "runtime/observe/times/cpu_quota.h"
#include "runtime/observe/times/gc_clock.h"
#include "runtime/observe/times/usage.h"
#include "runtime/observe/times/usage_log.h"
#include "runtime/observe/watchdog.h"

namespace rondo {

class Observer : public TaskObserver {
 public:
  // Reports as `options` say, see LongTaskReporter. `recorder`, which may be null, gets all tasks.
  Observer(Loop& loop, const Options& options, Recorder* recorder);

  void OnTaskStart(const TaskRecord& record) override;
  void OnTaskEnd(const TaskRecord& record) override;
  void OnSyncCall(const SyncCall& call) override;
  void OnStillBlocked(const BlockedCall& call) override;
  uint32_t OriginOf(v8::Local<v8::Function> callback) override { return origins_.Of(callback); }
  void OnPoolWait(const PoolWait& wait) override {
    pool_waits_.Add(wait);
    if (published_) published_->OnPoolWait(wait);
  }

  const TaskRing& ring() const { return ring_; }
  // The last kKept long tasks, oldest first; all of them, whether or not somebody waited.
  const std::deque<LongTask>& long_tasks() const { return long_tasks_; }
  uint64_t long_task_count() const { return long_task_count_; }
  // `fn` is called after a long task was kept, on the loop's thread; it must not enter JavaScript.
  void set_on_long_task(void (*fn)(void*), void* data) {
    on_long_task_ = fn;
    on_long_task_data_ = data;
  }
  // From now on the tasks are made known to a monitor too. Before the first task.
  void set_published(Published* published) {
    loop_.UseExactTimes();
    published->set_culprits(reporter_.summary());
    gc_.set_on_collection(
        [](void* watcher, v8::GCType type, uint64_t took_ns) {
          static_cast<Published*>(watcher)->OnCollection(type, took_ns);
        },
        published);
    published_ = published;
    watchdog_.set_published(published);
    watchdog_.set_quiet(options_.long_tasks == "off");
  }
  // Tasks that took long only because the process was stopped meanwhile; they are not long tasks.
  uint64_t stopped_count() const { return stopped_count_; }
  // Which culprits took how much time from others; from any thread.
  const Summary& summary() const { return reporter_.summary(); }
  // () => the callback of queueMicrotask that ran last: whom a flood of them is blamed on.
  void set_last_microtask(v8::Local<v8::Function> function) {
    last_microtask_.Reset(loop_.isolate(), function);
  }
  // Times in which requests waited for a thread of the pool.
  const PoolWaits& pool_waits() const { return pool_waits_; }

 private:
  static constexpr size_t kKept = 100;
  static constexpr uint32_t kFloodTicks = 100;

  void OnNoticeableTask(const TaskRecord& record);
  void OnLongTask(const TaskRecord& record);
  // A task below the threshold, or the one that is running, as those see it that wait for it.
  Hold DescribeHold(uint64_t number, TaskKind kind, uint64_t start_ns, uint64_t end_ns);
  LongTask Describe(const TaskRecord& record);
  void FindCause(LongTask* task);
  bool CalledBack();
  bool HeldByNativeCode(const LongTask& task) const;
  void FindActivityInJavaScript(LongTask* task);
  v8::Local<v8::Value> LastMicrotask();

  Loop& loop_;
  const Options& options_;
  const uint64_t threshold_ns_;
  const uint64_t noticeable_ns_;
  const CpuQuota quota_;
  const UsageReader usage_;
  TaskRing ring_;
  GcClock gc_;
  SyncCalls sync_calls_;
  JsSamples samples_;
  NativeSamples native_samples_;
  CpuSamples cpu_samples_;
  UsageLog usage_log_;
  PoolWaits pool_waits_;
  v8::Global<v8::Function> last_microtask_;
  Watchdog watchdog_;
  RecorderStats* const recorder_stats_;
  TaskOrigins origins_;
  LongTaskReporter reporter_;
  Holds& holds_;
  std::deque<LongTask> long_tasks_;
  uint64_t long_task_count_ = 0;
  uint64_t stopped_count_ = 0;
  void (*on_long_task_)(void*) = nullptr;
  void* on_long_task_data_ = nullptr;
  Published* published_ = nullptr;
  uint32_t immediates_before_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_OBSERVER_H_
