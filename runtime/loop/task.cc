#include "runtime/loop/task.h"

#include <iterator>

namespace rondo {

const char* TaskKindName(TaskKind kind) {
  static constexpr const char* kNames[] = {
      "main",       "timer", "immediate", "fs",    "dns",     "pool",     "read",    "write",
      "connection", "http",  "signal",    "child", "message", "platform", "closing", "exit"};
  static_assert(std::size(kNames) == static_cast<size_t>(TaskKind::kCount));
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace rondo
