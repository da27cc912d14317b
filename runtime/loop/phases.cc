// What Rondo does in libuv's phases: prepare (assertions), check (completions, immediates), timers.
#include <utility>

#include "runtime/base/check.h"
#include "runtime/js/buffer_pressure.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/request.h"

namespace rondo {

// How long a check phase goes on with delivering completions.
constexpr uint64_t kDeliveryNs = 1'000'000;

void Loop::OnPrepare() {
  RONDO_DCHECK(depth_ == 0);
  RONDO_DCHECK(!tick_info_ || (tick_info_[0] == 0 && tick_info_[1] == 0));
  if (platform_pump_) platform_pump_(*this);
  RelievePressure(isolate());
  turn_begins_ = true;  // the poll is next
}

// Right after poll. First the completions that were posted before the last check phase ended, each
// a task of its own, for about kDeliveryNs: sockets and timers get their turn before the rest of
// them. Then the immediates.
void Loop::OnCheck() {
  if (!ready_.empty()) {
    std::vector<RequestBase*> ready;
    ready.swap(ready_);
    uint64_t end = NowNs() + kDeliveryNs;
    size_t count = 0;
    do {
      ready[count++]->Deliver();
    } while (count < ready.size() && (count % 8 != 0 || NowNs() < end));
    ready_.assign(ready.begin() + static_cast<ptrdiff_t>(count), ready.end());
  }
  if (immediate_info_ && immediate_info_[0] > 0) {
    bool done = false;
    // A callback that throws leaves the batch; lib/ keeps the rest of it, which runs in this same
    // phase.
    while (!done && !exiting_) {
      RunTask(TaskKind::kImmediate, [this, &done] {
        done =
            !Call(js_.Undefined(), hooks_.process_immediates.Get(isolate()), 0, nullptr).IsEmpty();
      });
    }
  }
  ready_.insert(ready_.end(), posted_.begin(), posted_.end());
  posted_.clear();
  SyncHandles();
}

void Loop::OnTimer() {
  armed_expiry_ = 0;
  bool done = false;
  while (!done && !exiting_) {
    RunTask(TaskKind::kTimer, [this, &done] {
      v8::Local<v8::Value> now = js_.Number(Now());
      done = !Call(js_.Undefined(), hooks_.process_timers.Get(isolate()), 1, &now).IsEmpty();
    });
  }
}

void Loop::SyncHandles() {
  if (!timer_info_) return;
  double expiry = timer_info_[0];
  if (expiry != armed_expiry_) {
    armed_expiry_ = expiry;
    if (expiry == 0) {
      uv_timer_stop(&timer_);
    } else {
      double wait = expiry - static_cast<double>(uv_now(&uv_));
      uv_timer_start(
          &timer_, [](uv_timer_t* h) { static_cast<Loop*>(h->data)->OnTimer(); },
          wait > 0 ? static_cast<uint64_t>(wait) : 0, 0);
    }
  }
  auto* timer = reinterpret_cast<uv_handle_t*>(&timer_);
  if ((timer_info_[1] > 0) != (uv_has_ref(timer) != 0)) {
    if (timer_info_[1] > 0) {
      uv_ref(timer);
    } else {
      uv_unref(timer);
    }
  }
  bool must_not_wait = immediate_info_[1] > 0 || !posted_.empty() || !ready_.empty();
  if (must_not_wait != (uv_is_active(reinterpret_cast<uv_handle_t*>(&idle_)) != 0)) {
    if (must_not_wait) {
      uv_idle_start(&idle_, [](uv_idle_t*) {});
    } else {
      uv_idle_stop(&idle_);
    }
  }
}

}  // namespace rondo
