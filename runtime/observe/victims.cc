#include "runtime/observe/victims.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <vector>

#include "runtime/loop/request.h"
#include "runtime/observe/accept_queue.h"

namespace rondo {
namespace {

// The sockets that libuv reads from or listens on.
std::vector<pollfd> ActiveSockets(Loop& loop) {
  std::vector<pollfd> sockets;
  uv_walk(
      loop.uv(),
      [](uv_handle_t* handle, void* out) {
        uv_os_fd_t fd;
        bool stream = handle->type == UV_TCP || handle->type == UV_NAMED_PIPE;
        if (!stream || !uv_is_active(handle) || uv_fileno(handle, &fd) != 0) return;
        static_cast<std::vector<pollfd>*>(out)->push_back({fd, POLLIN, 0});
      },
      &sockets);
  return sockets;
}

// Sockets with something to be read at this moment. (libuv's own epoll descriptor must not be
// asked: it is edge-triggered for the wake-ups of the thread pool, and asking would swallow one.)
void FindSockets(Loop& loop, const TaskRecord& record, Victims* victims) {
  std::vector<pollfd> sockets = ActiveSockets(loop);
  if (sockets.empty() || poll(sockets.data(), sockets.size(), 0) <= 0) return;
  const uint64_t longest_ns = record.end_ns - record.start_ns;
  for (const pollfd& socket : sockets) {
    if (!(socket.revents & (POLLIN | POLLHUP))) continue;
    tcp_info info{};
    socklen_t size = sizeof info;
    bool tcp = getsockopt(socket.fd, IPPROTO_TCP, TCP_INFO, &info, &size) == 0;
    if (tcp && info.tcpi_state == TCP_LISTEN) {
      // For a listening socket Linux gives the length of its accept queue as tcpi_unacked.
      const size_t count = std::max<size_t>(1, info.tcpi_unacked);
      const std::vector<uint64_t> waits = AcceptQueueWaits(socket.fd, count);
      for (uint64_t wait_ns : waits) victims->connections.Add(std::min(wait_ns, longest_ns));
      if (waits.empty()) victims->connections.Add(0, static_cast<int>(count));
    } else {
      uint64_t since_last_data = tcp ? info.tcpi_last_data_recv * 1'000'000ULL : 0;
      if (tcp && since_last_data < kNoticeableWaitNs) continue;
      victims->sockets.Add(std::min(since_last_data, longest_ns));
    }
  }
}

}  // namespace

Victims FindVictims(Loop& loop, const TaskRecord& record, uint32_t immediates_before) {
  Victims victims;
  uint64_t end = record.end_ns;
  auto since = [&](uint64_t ready_ns) { return end - std::clamp(ready_ns, record.start_ns, end); };

  double latest_due_ms = static_cast<double>(end - kNoticeableWaitNs) / 1e6;
  double due = loop.next_timer_due();
  if (due > 0 && due < latest_due_ms) {
    auto due_ns = static_cast<uint64_t>(due * 1e6);
    const int overdue = std::max(1, loop.CountOverdueTimers(latest_due_ms));
    victims.timers.Add(since(due_ns));
    victims.timers.Add(kNoticeableWaitNs, overdue - 1);  // of the others only that is known
  }
  if (record.kind != TaskKind::kImmediate && immediates_before > 0) {
    victims.immediates.Add(end - record.start_ns, static_cast<int>(immediates_before));
  }
  for (Active* active = loop.active().first(); active; active = active->next()) {
    if (active == loop.running_request()) continue;
    uint64_t ready = active->ReadySinceNs();
    if (ready != 0 && ready < end - kNoticeableWaitNs) victims.completions.Add(since(ready));
  }
  FindSockets(loop, record, &victims);
  return victims;
}

}  // namespace rondo
