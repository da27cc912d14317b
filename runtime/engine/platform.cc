#include "runtime/engine/platform.h"

#include <algorithm>
#include <thread>

#include "runtime/base/check.h"
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
    : workers_(v8::platform::NewDefaultPlatform(WorkerCount(),
                                                v8::platform::IdleTaskSupport::kDisabled,
                                                v8::platform::InProcessStackDumping::kDisabled)) {}

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

void Platform::PostTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task,
                                          const v8::SourceLocation& location) {
  workers_->PostTaskOnWorkerThread(priority, std::move(task), location);
}

void Platform::PostDelayedTaskOnWorkerThreadImpl(v8::TaskPriority priority,
                                                 std::unique_ptr<v8::Task> task, double delay_s,
                                                 const v8::SourceLocation& location) {
  workers_->PostDelayedTaskOnWorkerThread(priority, std::move(task), delay_s, location);
}

}  // namespace rondo
