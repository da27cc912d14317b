// A job of V8's that starts V8's worker threads only when it has work for them.
#ifndef RONDO_ENGINE_DEFERRED_JOB_H_
#define RONDO_ENGINE_DEFERRED_JOB_H_

#include <v8-platform.h>

#include <functional>
#include <memory>
#include <mutex>

namespace rondo {

// V8 makes the job of its optimising compiler together with an isolate, long before there is
// anything to compile. From any thread, as the interface demands.
class DeferredJob : public v8::JobHandle {
 public:
  // `start` makes the real job of the task that it is given.
  using Start =
      std::function<std::unique_ptr<v8::JobHandle>(v8::TaskPriority, std::unique_ptr<v8::JobTask>)>;
  DeferredJob(v8::TaskPriority priority, std::unique_ptr<v8::JobTask> task, Start start)
      : priority_(priority), task_(std::move(task)), start_(std::move(start)) {}

  void NotifyConcurrencyIncrease() override {
    {
      std::lock_guard lock(mutex_);
      if (task_ && task_->GetMaxConcurrency(0) == 0) return;  // told in advance
    }
    Job().NotifyConcurrencyIncrease();
  }
  void Join() override { Job().Join(); }
  void Cancel() override {
    if (v8::JobHandle* job = End()) job->Cancel();
  }
  void CancelAndDetach() override {
    if (v8::JobHandle* job = End()) job->CancelAndDetach();
  }
  bool IsActive() override {
    std::lock_guard lock(mutex_);
    return job_ && job_->IsActive();
  }
  bool IsValid() override {
    std::lock_guard lock(mutex_);
    return job_ ? job_->IsValid() : task_ != nullptr;
  }
  bool UpdatePriorityEnabled() const override {
    std::lock_guard lock(mutex_);
    return !job_ || job_->UpdatePriorityEnabled();
  }
  void UpdatePriority(v8::TaskPriority priority) override {
    std::lock_guard lock(mutex_);
    priority_ = priority;
    if (job_) job_->UpdatePriority(priority);
  }

 private:
  v8::JobHandle& Job() {
    std::lock_guard lock(mutex_);
    if (!job_) job_ = start_(priority_, std::move(task_));
    return *job_;
  }
  // The real job, or null when it never began and now never will.
  v8::JobHandle* End() {
    std::lock_guard lock(mutex_);
    task_.reset();
    return job_.get();
  }

  mutable std::mutex mutex_;
  v8::TaskPriority priority_;
  std::unique_ptr<v8::JobTask> task_;  // until the job begins
  std::unique_ptr<v8::JobHandle> job_;
  Start start_;
};

}  // namespace rondo

#endif  // RONDO_ENGINE_DEFERRED_JOB_H_
