// V8's foreground tasks on the loop: posted from any thread, run as TaskKind::kPlatform.
#ifndef RONDO_ENGINE_FOREGROUND_RUNNER_H_
#define RONDO_ENGINE_FOREGROUND_RUNNER_H_

#include <libplatform/libplatform.h>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "runtime/loop/loop.h"

namespace rondo {

class ForegroundRunner : public v8::TaskRunner {
 public:
  // Tasks posted before this wait; those posted later wake the loop. On the loop's thread.
  void AttachLoop(Loop& loop);
  // Runs what is queued or due, each in a task of its own. True when there was any. On the loop's
  // thread.
  bool RunPending();

  bool IdleTasksEnabled() override { return false; }
  bool NonNestableTasksEnabled() const override { return true; }
  bool NonNestableDelayedTasksEnabled() const override { return true; }

 protected:
  // Tasks run only between macrotasks, never nested, so that the two kinds are one.
  void PostTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation&) override {
    Post(std::move(task));
  }
  void PostNonNestableTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation&) override {
    Post(std::move(task));
  }
  void PostDelayedTaskImpl(std::unique_ptr<v8::Task> task, double delay_s,
                           const v8::SourceLocation&) override {
    PostDelayed(std::move(task), delay_s);
  }
  void PostNonNestableDelayedTaskImpl(std::unique_ptr<v8::Task> task, double delay_s,
                                      const v8::SourceLocation&) override {
    PostDelayed(std::move(task), delay_s);
  }

 private:
  struct Delayed {
    uint64_t due_ns;
    std::unique_ptr<v8::Task> task;
  };

  void Post(std::unique_ptr<v8::Task> task);
  void PostDelayed(std::unique_ptr<v8::Task> task, double delay_s);
  // Moves delayed tasks that are due to the queue, and sets the timer for the next one.
  void TakeDue();

  std::mutex mutex_;
  std::deque<std::unique_ptr<v8::Task>> queue_;
  std::vector<Delayed> delayed_;
  Loop* loop_ = nullptr;
  uv_async_t wake_;
  uv_timer_t timer_;
};

}  // namespace rondo

#endif  // RONDO_ENGINE_FOREGROUND_RUNNER_H_
