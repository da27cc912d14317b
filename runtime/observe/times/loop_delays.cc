#include "runtime/observe/times/loop_delays.h"

#include <algorithm>

#include "runtime/observe/observer.h"

namespace rondo {

void LoopDelays::Add(Loop& loop, DelayHistogram* histogram) {
  if (!loop_) {
    loop_ = &loop;
    uv_prepare_init(loop.uv(), &prepare_);
    uv_unref(reinterpret_cast<uv_handle_t*>(&prepare_));
    prepare_.data = this;
  }
  const uint64_t now_ns = Loop::NowNs();
  if (histograms_.empty()) {
    if (!loop.observer()) loop.State<LoopIdle>().Begin(loop);
    BeginTurn(now_ns);
    timer_due_ms_ = 0;
    uv_prepare_start(&prepare_,
                     [](uv_prepare_t* h) { static_cast<LoopDelays*>(h->data)->OnPrepare(); });
  }
  histogram->Begin(now_ns);
  histograms_.push_back(histogram);
}

void LoopDelays::Remove(DelayHistogram* histogram) {
  Settle();
  std::erase(histograms_, histogram);
  if (loop_ && histograms_.empty()) uv_prepare_stop(&prepare_);
}

void LoopDelays::Settle() {
  if (histograms_.empty()) return;
  const uint64_t wake_ns = WakeNs(Loop::NowNs());
  for (DelayHistogram* histogram : histograms_) histogram->AddWait(wake_ns);
}

void LoopDelays::OnPrepare() {
  const uint64_t now_ns = Loop::NowNs();
  const uint64_t wake_ns = WakeNs(now_ns);
  for (DelayHistogram* histogram : histograms_) {
    histogram->AddWait(wake_ns);
    histogram->AddHeld(now_ns);
  }
  BeginTurn(now_ns);
  timer_due_ms_ = loop_->next_timer_due();
}

void LoopDelays::BeginTurn(uint64_t now_ns) {
  turn_start_ns_ = now_ns;
  if (auto* observer = static_cast<Observer*>(loop_->observer())) {
    tasks_before_ = observer->ring().count();
  } else {
    counted_before_ns_ = LoopIdle::CountedNs(*loop_);
  }
}

uint64_t LoopDelays::WakeNs(uint64_t now_ns) const {
  const uint64_t wake_ns = std::max(FirstTaskNs(now_ns), turn_start_ns_);
  if (timer_due_ms_ <= 0) return wake_ns;
  const uint64_t late_ns = static_cast<uint64_t>(timer_due_ms_) * 1'000'000 + kTimerGrainNs;
  return std::min(wake_ns, std::max(late_ns, turn_start_ns_));
}

// libuv's own count of the time in epoll_wait is too small when a signal interrupts that: it is
// asked only where tasks are not observed.
uint64_t LoopDelays::FirstTaskNs(uint64_t now_ns) const {
  auto* observer = static_cast<Observer*>(loop_->observer());
  if (!observer) return turn_start_ns_ + (LoopIdle::CountedNs(*loop_) - counted_before_ns_);
  const TaskRing& ring = observer->ring();
  if (ring.count() > tasks_before_) return ring.From(tasks_before_).start_ns;
  return loop_->current_number() != 0 ? loop_->current_start_ns() : now_ns;
}

}  // namespace rondo
