#include "runtime/observe/task_ring.h"

#include <algorithm>

namespace rondo {

std::vector<TaskRecord> TaskRing::Latest(size_t limit) const {
  uint64_t available = std::min<uint64_t>({limit, count_, kCapacity});
  std::vector<TaskRecord> latest;
  latest.reserve(available);
  for (uint64_t i = count_ - available; i < count_; ++i) latest.push_back(records_[i % kCapacity]);
  return latest;
}

}  // namespace rondo
