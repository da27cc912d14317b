// The last tasks, in a ring of fixed size: what happened just before something is asked.
#ifndef RONDO_OBSERVE_TASK_RING_H_
#define RONDO_OBSERVE_TASK_RING_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/loop/task.h"

namespace rondo {

// Written and read on the loop's thread. Memory: 40 KiB, whatever the number of tasks.
class TaskRing {
 public:
  static constexpr size_t kCapacity = 1024;

  void Add(const TaskRecord& record) { records_[count_++ % kCapacity] = record; }
  // How many tasks were ever added.
  uint64_t count() const { return count_; }
  // The record that was added after `index` others, or the oldest after it that is kept. There must
  // be one: index < count().
  const TaskRecord& From(uint64_t index) const {
    const uint64_t oldest = count_ > kCapacity ? count_ - kCapacity : 0;
    return records_[std::max(index, oldest) % kCapacity];
  }
  // The newest `limit` records, oldest first.
  std::vector<TaskRecord> Latest(size_t limit) const;

 private:
  std::array<TaskRecord, kCapacity> records_;
  uint64_t count_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TASK_RING_H_
