// V8's platform: worker threads from V8's own default platform, once they are needed; foreground
// tasks through the loop.
#ifndef RONDO_ENGINE_PLATFORM_H_
#define RONDO_ENGINE_PLATFORM_H_

#include <libplatform/libplatform.h>

#include <map>
#include <memory>
#include <mutex>

#include "runtime/loop/loop.h"

namespace rondo {

class ForegroundRunner;

class Platform : public v8::Platform {
 public:
  static Platform& Get();

  // Before Isolate::Initialize, since V8 asks for the isolate's task runner in it.
  void RegisterIsolate(v8::Isolate* isolate);
  // From now on posted tasks wake this loop, and run on it as TaskKind::kPlatform.
  void AttachLoop(v8::Isolate* isolate, Loop& loop);

  int NumberOfWorkerThreads() override { return worker_count_; }
  std::shared_ptr<v8::TaskRunner> GetForegroundTaskRunner(v8::Isolate* isolate,
                                                          v8::TaskPriority priority) override;
  bool IdleTasksEnabled(v8::Isolate*) override { return false; }
  v8::PageAllocator* GetPageAllocator() override { return basis_->GetPageAllocator(); }
  v8::ThreadIsolatedAllocator* GetThreadIsolatedAllocator() override {
    return basis_->GetThreadIsolatedAllocator();
  }
  double MonotonicallyIncreasingTime() override { return basis_->MonotonicallyIncreasingTime(); }
  double CurrentClockTimeMillis() override { return basis_->CurrentClockTimeMillis(); }
  v8::TracingController* GetTracingController() override { return basis_->GetTracingController(); }

 protected:
  std::unique_ptr<v8::JobHandle> CreateJobImpl(v8::TaskPriority priority,
                                               std::unique_ptr<v8::JobTask> job,
                                               const v8::SourceLocation& location) override;
  void PostTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task,
                                  const v8::SourceLocation& location) override;
  void PostDelayedTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task,
                                         double delay_s,
                                         const v8::SourceLocation& location) override;

 private:
  Platform();
  // V8's own platform with its threads, which start at the first task for them: a short script has
  // none.
  v8::Platform& Workers();

  const int worker_count_;
  std::unique_ptr<v8::Platform> basis_;  // memory and clocks; no threads
  std::once_flag workers_started_;
  std::unique_ptr<v8::Platform> workers_;
  std::mutex mutex_;
  std::map<v8::Isolate*, std::shared_ptr<ForegroundRunner>> runners_;
};

}  // namespace rondo

#endif  // RONDO_ENGINE_PLATFORM_H_
