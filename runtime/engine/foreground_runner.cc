#include "runtime/engine/foreground_runner.h"

#include <algorithm>
#include <utility>

#include "runtime/base/check.h"

namespace rondo {

void ForegroundRunner::AttachLoop(Loop& loop) {
  std::lock_guard lock(mutex_);
  loop_ = &loop;
  wake_.data = timer_.data = this;
  RONDO_CHECK(uv_async_init(loop.uv(), &wake_, [](uv_async_t* h) {
                static_cast<ForegroundRunner*>(h->data)->RunPending();
              }) == 0);
  uv_timer_init(loop.uv(), &timer_);
  uv_unref(reinterpret_cast<uv_handle_t*>(&wake_));
  uv_unref(reinterpret_cast<uv_handle_t*>(&timer_));
  if (!queue_.empty() || !delayed_.empty()) uv_async_send(&wake_);
}

void ForegroundRunner::Post(std::unique_ptr<v8::Task> task) {
  std::lock_guard lock(mutex_);
  queue_.push_back(std::move(task));
  if (loop_) uv_async_send(&wake_);
}

void ForegroundRunner::PostDelayed(std::unique_ptr<v8::Task> task, double delay_s) {
  std::lock_guard lock(mutex_);
  delayed_.push_back({uv_hrtime() + static_cast<uint64_t>(delay_s * 1e9), std::move(task)});
  if (loop_) uv_async_send(&wake_);
}

void ForegroundRunner::TakeDue() {
  uint64_t now = uv_hrtime();
  uint64_t next = UINT64_MAX;
  for (size_t i = 0; i < delayed_.size();) {
    if (delayed_[i].due_ns <= now) {
      queue_.push_back(std::move(delayed_[i].task));
      delayed_.erase(delayed_.begin() + static_cast<ptrdiff_t>(i));
    } else {
      next = std::min(next, delayed_[i++].due_ns);
    }
  }
  if (next == UINT64_MAX) return;
  uv_timer_start(
      &timer_, [](uv_timer_t* h) { static_cast<ForegroundRunner*>(h->data)->RunPending(); },
      (next - now) / 1000000 + 1, 0);
}

bool ForegroundRunner::RunPending() {
  std::deque<std::unique_ptr<v8::Task>> tasks;
  {
    std::lock_guard lock(mutex_);
    if (queue_.empty() && delayed_.empty()) return false;
    TakeDue();
    tasks.swap(queue_);
  }
  bool any = !tasks.empty();
  for (auto& task : tasks) {
    loop_->RunTask(TaskKind::kPlatform, [&] { task->Run(); });
    task.reset();
  }
  return any;
}

}  // namespace rondo
