#include "runtime/observe/victims.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>

namespace rondo {
namespace {

// Connections in the accept queue: for a listening socket Linux gives their number as tcpi_unacked.
int AcceptQueue(int fd) {
  tcp_info info;
  socklen_t size = sizeof info;
  if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return 1;
  return std::max<int>(1, static_cast<int>(info.tcpi_unacked));
}

}  // namespace

Victims FindVictims(Loop& loop, const TaskRecord& record, uint32_t immediates_before,
                    const std::vector<ReadySocket>& sockets) {
  Victims victims;
  uint64_t end = record.end_ns;
  auto since = [&](uint64_t ready_ns) { return end - std::clamp(ready_ns, record.start_ns, end); };

  double end_ms = static_cast<double>(end) / 1e6;
  double due = loop.next_timer_due();
  if (due > 0 && due < end_ms) {
    auto due_ns = static_cast<uint64_t>(due * 1e6);
    victims.timers.Add(since(due_ns), std::max(1, loop.CountOverdueTimers(end_ms)));
  }
  if (record.kind != TaskKind::kImmediate && immediates_before > 0) {
    victims.immediates.Add(end - record.start_ns, static_cast<int>(immediates_before));
  }
  for (Active* active = loop.active().first(); active; active = active->next()) {
    uint64_t ready = active->ReadySinceNs();
    if (ready != 0 && ready < end) victims.completions.Add(since(ready));
  }
  for (const ReadySocket& socket : sockets) {
    if (socket.listening) {
      victims.connections.Add(since(socket.seen_ns), AcceptQueue(socket.fd));
    } else {
      victims.sockets.Add(since(socket.seen_ns));
    }
  }
  return victims;
}

}  // namespace rondo
