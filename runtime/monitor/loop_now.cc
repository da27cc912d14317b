#include "runtime/monitor/loop_now.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace rondo {

LoopNow LookAtLoop(const Published& published) {
  const Loop& loop = published.loop();
  LoopNow now;
  now.started = published.turns() > 0;
  const uint64_t number = loop.current_number();
  const uint64_t start_ns = loop.current_start_ns();
  now.kind = loop.current_kind();
  now.call = loop.current_sync_call();
  now.turn_start_ns = published.turn_start_ns();
  now.busy_ns = published.busy_ns();
  now.at_ns = Loop::NowNs();
  // A later reading could not come before a start that was seen.
  now.turn_start_ns = std::min(now.turn_start_ns, now.at_ns);
  now.busy_ns += now.turn_age_ns();
  if (number == 0 || loop.current_number() != number) {
    now.call = nullptr;
    return now;
  }
  now.task = number;
  now.task_age_ns = now.at_ns - std::min(start_ns, now.at_ns);
  StackSample sample = published.Sample();
  if (sample.task == number) {
    now.stack = std::move(sample.stack);
    now.stack_age_ns = now.at_ns - std::min(sample.at_ns, now.at_ns);
  }
  return now;
}

// The descriptors are from the last list of the loop's thread. One that was closed since tells
// nothing (POLLNVAL), one that was opened anew something true of another socket.
Waiting LookAtQueues(const Published& published, const Resources& resources, uint64_t now_ns) {
  Waiting waiting;
  std::vector<pollfd> sockets;
  for (int fd : resources.sockets) sockets.push_back({fd, POLLIN, 0});
  if (!sockets.empty() && poll(sockets.data(), sockets.size(), 0) > 0) {
    for (const pollfd& socket : sockets) {
      if (!(socket.revents & (POLLIN | POLLHUP))) continue;
      tcp_info info{};
      socklen_t size = sizeof info;
      if (getsockopt(socket.fd, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 &&
          info.tcpi_state == TCP_LISTEN) {
        // For a listening socket Linux gives the length of its accept queue as tcpi_unacked.
        waiting.connections += std::max<uint64_t>(1, info.tcpi_unacked);
      } else {
        waiting.sockets++;
      }
    }
  }
  if (const uint64_t due_ns = published.timer_due_ns()) {
    waiting.timer = true;
    waiting.timer_overdue_ns = now_ns > due_ns ? now_ns - due_ns : 0;
    waiting.timer_in_ns = due_ns > now_ns ? due_ns - now_ns : 0;
  }
  waiting.immediates = published.immediates();
  waiting.requests = published.requests();
  waiting.completions = resources.completions;
  waiting.pool_queued = PoolLoad::Waiting();
  waiting.pool_running = PoolLoad::Running();
  waiting.pool_threads = PoolLoad::Threads();
  return waiting;
}

}  // namespace rondo
