#include "runtime/engine/platform.h"

#include <algorithm>
#include <thread>

#include "runtime/base/check.h"
#include "runtime/engine/deferred_job.h"
#include "runtime/engine/foreground_runner.h"

namespace rondo {
namespace {

// V8's background work (compilation, parallel garbage collection) gains little from more threads in
// a server process.
int WorkerCount() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()) - 1, 1, 4);
}

bool Pump(Loop& loop) {
  auto runner =
      Platform::Get().GetForegroundTaskRunner(loop.isolate(), v8::TaskPriority::kUserBlocking);
  return static_cast<ForegroundRunner&>(*runner).RunPending();
}

}  // namespace

Platform::Platform()
    : worker_count_(WorkerCount()),
      basis_(v8::platform::NewSingleThreadedDefaultPlatform(
          v8::platform::IdleTaskSupport::kDisabled,
          v8::platform::InProcessStackDumping::kDisabled)) {}

v8::Platform& Platform::Workers() {
  std::call_once(workers_started_, [this] {
    workers_ =
        v8::platform::NewDefaultPlatform(worker_count_, v8::platform::IdleTaskSupport::kDisabled,
                                         v8::platform::InProcessStackDumping::kDisabled);
  });
  return *workers_;
}

Platform& Platform::Get() {
  static Platform* platform = new Platform();  // outlives every thread that may still post to it
  return *platform;
}

void Platform::RegisterIsolate(v8::Isolate* isolate) {
  std::lock_guard lock(mutex_);
  runners_[isolate] = std::make_shared<ForegroundRunner>();
}

void Platform::AttachLoop(v8::Isolate* isolate, Loop& loop) {
  std::shared_ptr<ForegroundRunner> runner;
  {
    std::lock_guard lock(mutex_);
    runner = runners_.at(isolate);
  }
  runner->AttachLoop(loop);
  loop.set_platform_pump(&Pump);
}

std::shared_ptr<v8::TaskRunner> Platform::GetForegroundTaskRunner(v8::Isolate* isolate,
                                                                  v8::TaskPriority) {
  std::lock_guard lock(mutex_);
  auto found = runners_.find(isolate);
  RONDO_CHECK(found != runners_.end());
  return found->second;
}

std::unique_ptr<v8::JobHandle> Platform::CreateJobImpl(v8::TaskPriority priority,
                                                       std::unique_ptr<v8::JobTask> job,
                                                       const v8::SourceLocation& location) {
  return std::make_unique<DeferredJob>(
      priority, std::move(job),
      [this, location](v8::TaskPriority now, std::unique_ptr<v8::JobTask> task) {
        return Workers().CreateJob(now, std::move(task), location);
      });
}

void Platform::PostTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task,
                                          const v8::SourceLocation& location) {
  Workers().PostTaskOnWorkerThread(priority, std::move(task), location);
}

void Platform::PostDelayedTaskOnWorkerThreadImpl(v8::TaskPriority priority,
                                                 std::unique_ptr<v8::Task> task, double delay_s,
                                                 const v8::SourceLocation& location) {
  Workers().PostDelayedTaskOnWorkerThread(priority, std::move(task), delay_s, location);
}

}  // namespace rondo
