// Who waited while a task held the loop.
#ifndef RONDO_OBSERVE_VICTIMS_H_
#define RONDO_OBSERVE_VICTIMS_H_

#include <cstdint>

#include "runtime/loop/loop.h"

namespace rondo {

// Who waited for less than this did not wait for the task: something always becomes ready just as
// one ends.
inline constexpr uint64_t kNoticeableWaitNs = 5'000'000;

// How many waited, the longest wait of them and the sum of their waits, in nanoseconds. The sum is
// never more than the truth: where a wait is not known it counts as the least that it can have
// been.
struct Waiters {
  int count = 0;
  uint64_t longest_ns = 0;
  uint64_t total_ns = 0;
  void Add(uint64_t wait_ns, int how_many = 1) {
    count += how_many;
    total_ns += wait_ns * static_cast<uint64_t>(how_many);
    if (wait_ns > longest_ns) longest_ns = wait_ns;
  }
  void Add(const Waiters& other) {
    count += other.count;
    total_ns += other.total_ns;
    if (other.longest_ns > longest_ns) longest_ns = other.longest_ns;
  }
};

struct Victims {
  Waiters timers;       // past due
  Waiters immediates;   // queued before the task began
  Waiters completions;  // thread pool work that was done
  Waiters sockets;      // bytes to be read
  Waiters connections;  // in the accept queue of a listening socket; see accept_queue.h

  int count() const {
    return timers.count + immediates.count + completions.count + sockets.count + connections.count;
  }
  uint64_t total_ns() const {
    return timers.total_ns + immediates.total_ns + completions.total_ns + sockets.total_ns +
           connections.total_ns;
  }
  bool any() const { return count() > 0; }
  void Add(const Victims& other) {
    timers.Add(other.timers);
    immediates.Add(other.immediates);
    completions.Add(other.completions);
    sockets.Add(other.sockets);
    connections.Add(other.connections);
  }
};

// Counts them at the end of a task, before the loop serves them. `immediates_before` is how many
// stood in the queue when the task began.
Victims FindVictims(Loop& loop, const TaskRecord& record, uint32_t immediates_before);

}  // namespace rondo

#endif  // RONDO_OBSERVE_VICTIMS_H_
