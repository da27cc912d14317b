// For whom a request waited: the tasks that held the loop between the arrival of its bytes and its
// start.
#ifndef RONDO_OBSERVE_BLAME_H_
#define RONDO_OBSERVE_BLAME_H_

#include <uv.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/loop/task.h"
#include "runtime/observe/long_task.h"

namespace rondo {

// A task that held the loop for kNoticeableNs or longer. Times are CLOCK_MONOTONIC in nanoseconds.
struct Hold {
  uint64_t task = 0;  // the number of its record
  TaskKind kind = TaskKind::kMain;
  uint64_t start_ns = 0;
  uint64_t end_ns = 0;
  // As LongTask has them; of a task below the threshold of long tasks only blocking calls and
  // garbage collection are known.
  LongTask::Cause cause = LongTask::Cause::kUnknown;
  std::string name;      // the blocking call's, or empty
  SourceFrame place;     // line 0: not known
  SourceFrame callback;  // where the callback that the task was for is defined; line 0: not known

  uint64_t duration_ns() const { return end_ns - start_ns; }
};

// When something came, and when it was begun with.
struct Waited {
  uint64_t arrival_ns = 0;
  uint64_t start_ns = 0;
  // The system does not tell when it came: taken as the middle of the task that held the loop.
  bool estimated = false;

  uint64_t wait_ns() const { return start_ns - arrival_ns; }
};

// A wait, shared out: the culprits' times and the remainder add up to it.
struct Blame {
  struct Culprit {
    Hold hold;
    uint64_t duration_ns = 0;  // of the wait
  };
  uint64_t wait_ns = 0;
  uint64_t remainder_ns = 0;      // short tasks, and the loop itself
  std::vector<Culprit> culprits;  // in the order in which they ran
};

// When data came, as exactly as the system knows.
struct Arrival {
  uint64_t earliest_ns = 0;
  uint64_t latest_ns = 0;
};
// When the newest data of a TCP socket came, to a tick of the kernel (1 to 10 ms; two on Linux
// before 6.4). Empty for other descriptors. Linux's TCP_INFO, half a microsecond.
std::optional<Arrival> LastArrival(int fd);
// The same from what the kernel tells: `since_ms`, a difference of its counter of ticks. `aligned`
// says that the ticks come at multiples of their length.
Arrival ArrivalBefore(uint64_t now_ns, uint64_t since_ms, uint64_t tick_ns, bool aligned);

// The holds of a loop, newest kCapacity. State of the loop: loop.State<Holds>(). Written and read
// on its thread.
class Holds {
 public:
  // Waits and holds of less are not told of.
  static constexpr uint64_t kNoticeableNs = 1'000'000;
  static constexpr size_t kCapacity = 256;
  // So much must holds of a turn and the one before come to until arrivals are asked for, which
  // costs half a microsecond a request: shorter waits are below what the kernel tells apart.
  static constexpr uint64_t kWorthAskingNs = 4'000'000;

  // What the task that is running has done so far, as a hold that lasts until `now_ns`.
  using DescribeRunning = Hold (*)(void* data, uint64_t now_ns);
  void SetRunning(DescribeRunning describe, void* data) {
    describe_ = describe;
    data_ = data;
  }
  // Whether somebody adds the holds: without, nothing is known of waits.
  bool watched() const { return describe_ != nullptr; }

  // At the end of the task.
  void Add(const uv_loop_t* loop, Hold hold);
  // False as long as nobody can have waited for a hold: to be asked before MayHaveWaited.
  bool armed() const { return armed_; }
  // Whether something read by a task that began at `start_ns` may have come before the newest hold
  // ended. That is so in its turn of the loop and in the next one, in which what came meanwhile is
  // read; and for what was just accepted (`is_new`), a turn later, or many: they are accepted one
  // by one.
  bool MayHaveWaited(const uv_loop_t* loop, uint64_t start_ns, bool is_new);

  // The wait of what came at a moment within `arrival`, was read at `read_ns` and begun with at
  // `start_ns`. Data that comes while the loop is free is read at once: so it came during a hold,
  // if one is near. Empty when the wait was too short to tell, or data that came after the reading
  // hides it.
  std::optional<Waited> Wait(const Arrival& arrival, uint64_t read_ns, uint64_t start_ns) const;
  // The same for what has no known arrival, when the loop went from the newest hold straight on to
  // it.
  std::optional<Waited> EstimateWait(const uv_loop_t* loop, uint64_t start_ns) const;

  // Shares out a wait. `running_ns` is the start of the task that is running.
  Blame Share(const Waited& waited, uint64_t running_ns) const;

 private:
  const Hold& At(uint64_t index) const { return ring_[index % kCapacity]; }
  uint64_t oldest() const { return count_ - ring_.size(); }

  std::vector<Hold> ring_;  // grows to kCapacity
  uint64_t count_ = 0;
  bool armed_ = false;
  uint64_t turn_ = 0;         // of the newest hold
  uint64_t turn_ns_ = 0;      // what the holds of that turn come to
  uint64_t before_ns_ = 0;    // and those of the turn before it
  uint64_t wake_end_ns_ = 0;  // until then, what the holds kept from being accepted comes in
  DescribeRunning describe_ = nullptr;
  void* data_ = nullptr;
};

// "readFileSync app.js:14", "garbage collection", "task of kind timer": a culprit in a few words.
// Of files the base name only.
std::string ShortText(const Hold& hold);

// The value of a Server-Timing header (https://www.w3.org/TR/server-timing/) for a wait:
// `loop;dur=198.2;desc="readFileSync app.js:14"`, the culprits named in the order of their shares,
// with their milliseconds when there are several. Printable ASCII only.
std::string ServerTimingText(const Blame& blame);

}  // namespace rondo

#endif  // RONDO_OBSERVE_BLAME_H_
