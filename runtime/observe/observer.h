// The observer of the loop: records tasks, and when one was long finds its cause and its victims
// and reports it.
#ifndef RONDO_OBSERVE_OBSERVER_H_
#define RONDO_OBSERVE_OBSERVER_H_

#include <cstdint>
#include <deque>

#include "runtime/base/options.h"
#include "runtime/observe/js_samples.h"
#include "runtime/observe/long_task.h"
#include "runtime/observe/report_limit.h"
#include "runtime/observe/sync_calls.h"
#include "runtime/observe/task_ring.h"
#include "runtime/observe/watchdog.h"

namespace rondo {

class Observer : public TaskObserver {
 public:
  // Reports as `options` say: long_tasks (victims, all, off) and long_task_threshold_ms.
  Observer(Loop& loop, const Options& options);

  void OnTaskStart(const TaskRecord& record) override;
  void OnTaskEnd(const TaskRecord& record) override;
  void OnSyncCall(const char* name, uint64_t start_ns, uint64_t end_ns) override;

  const TaskRing& ring() const { return ring_; }
  // The last kKept long tasks, oldest first; all of them, whether or not somebody waited.
  const std::deque<LongTask>& long_tasks() const { return long_tasks_; }
  uint64_t long_task_count() const { return long_task_count_; }

 private:
  static constexpr size_t kKept = 100;
  static constexpr uint32_t kFloodTicks = 100;

  void OnLongTask(const TaskRecord& record);
  void FindCause(LongTask* task);
  static void OnGcStart(v8::Isolate* isolate, v8::GCType type, v8::GCCallbackFlags flags,
                        void* data);
  static void OnGcEnd(v8::Isolate* isolate, v8::GCType type, v8::GCCallbackFlags flags, void* data);

  Loop& loop_;
  const Options& options_;
  const uint64_t threshold_ns_;
  TaskRing ring_;
  SyncCalls sync_calls_;
  JsSamples samples_;
  Watchdog watchdog_;
  ReportLimit limit_;
  std::deque<LongTask> long_tasks_;
  uint64_t long_task_count_ = 0;
  uint32_t immediates_before_ = 0;
  uint32_t ticks_before_ = 0;
  uint64_t gc_start_ns_ = 0;
  uint64_t gc_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_OBSERVER_H_
