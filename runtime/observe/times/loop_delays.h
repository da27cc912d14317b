// LoopDelays: feeds delay histograms with what the loop's turns were spent on.
#ifndef RONDO_OBSERVE_TIMES_LOOP_DELAYS_H_
#define RONDO_OBSERVE_TIMES_LOOP_DELAYS_H_

#include <cstdint>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/observe/times/delay_histogram.h"
#include "runtime/observe/times/loop_idle.h"

namespace rondo {

// State of the loop (Loop::State), on its thread. Costs a clock reading a turn while there are
// histograms to feed, and nothing otherwise; never wakes the loop and does not keep it alive.
//
// From one look for events to the next the loop first waits and is then held, from its first task
// on. Waiting counts as held from the moment on at which a timer was due and the thread did not get
// to run.
class LoopDelays {
 public:
  // `histogram` stands until it is removed.
  void Add(Loop& loop, DelayHistogram* histogram);
  void Remove(DelayHistogram* histogram);
  // Brings the histograms up to date: with the time until the loop's present turn began to work.
  void Settle();

 private:
  // A timer is due at a whole millisecond of the loop's clock: until the next one it is not late.
  static constexpr uint64_t kTimerGrainNs = 1'000'000;

  void OnPrepare();
  void BeginTurn(uint64_t now_ns);
  // When the present turn stopped waiting; `now_ns` when it did nothing.
  uint64_t WakeNs(uint64_t now_ns) const;
  uint64_t FirstTaskNs(uint64_t now_ns) const;

  Loop* loop_ = nullptr;
  uv_prepare_t prepare_;
  std::vector<DelayHistogram*> histograms_;
  uint64_t turn_start_ns_ = 0;
  uint64_t tasks_before_ = 0;       // how many there had been
  uint64_t counted_before_ns_ = 0;  // without an observer: what libuv had counted as waiting
  double timer_due_ms_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_LOOP_DELAYS_H_
