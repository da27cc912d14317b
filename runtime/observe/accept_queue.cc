#include "runtime/observe/accept_queue.h"

#ifdef __linux__
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#endif

namespace rondo {

#ifdef __linux__
namespace {

// Asks for all established sockets of the port that `listener` is bound to.
bool Ask(int netlink, int listener) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) return false;
  struct {
    nlmsghdr header;
    inet_diag_req_v2 body;
  } request{};
  request.header.nlmsg_len = sizeof request;
  request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
  request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
  request.body.sdiag_family = static_cast<uint8_t>(address.ss_family);
  request.body.sdiag_protocol = IPPROTO_TCP;
  request.body.idiag_ext = 1 << (INET_DIAG_INFO - 1);
  request.body.idiag_states = 1 << TCP_ESTABLISHED;
  request.body.id.idiag_sport = address.ss_family == AF_INET6
                                    ? reinterpret_cast<sockaddr_in6*>(&address)->sin6_port
                                    : reinterpret_cast<sockaddr_in*>(&address)->sin_port;
  return send(netlink, &request, sizeof request, 0) == static_cast<ssize_t>(sizeof request);
}

// Milliseconds since the socket's last data or its beginning; negative when the kernel does not
// tell.
int64_t SinceDataMs(const nlmsghdr* message, const inet_diag_msg* socket) {
  int rest = static_cast<int>(message->nlmsg_len - NLMSG_LENGTH(sizeof *socket));
  auto* attribute = reinterpret_cast<const rtattr*>(socket + 1);
  for (; RTA_OK(attribute, rest); attribute = RTA_NEXT(attribute, rest)) {
    if (attribute->rta_type != INET_DIAG_INFO) continue;
    tcp_info info{};
    std::memcpy(&info, RTA_DATA(attribute), std::min<size_t>(RTA_PAYLOAD(attribute), sizeof info));
    return info.tcpi_last_data_recv;
  }
  return -1;
}

}  // namespace

std::vector<uint64_t> AcceptQueueWaits(int listener, size_t count) {
  const int netlink = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
  if (netlink < 0) return {};
  std::vector<uint64_t> waits;
  size_t seen = 0;
  bool complete = false;
  if (Ask(netlink, listener)) {
    alignas(nlmsghdr) char buffer[16384];
    ssize_t got;
    while (!complete && seen < kMostSockets &&
           (got = recv(netlink, buffer, sizeof buffer, MSG_DONTWAIT)) > 0) {
      auto* message = reinterpret_cast<const nlmsghdr*>(buffer);
      for (auto rest = static_cast<unsigned>(got); NLMSG_OK(message, rest);
           message = NLMSG_NEXT(message, rest)) {
        if (message->nlmsg_type == NLMSG_DONE) complete = true;
        if (message->nlmsg_type != SOCK_DIAG_BY_FAMILY) break;
        ++seen;
        auto* socket = static_cast<const inet_diag_msg*>(NLMSG_DATA(message));
        if (socket->idiag_inode != 0) continue;  // somebody has it
        const int64_t since_ms = SinceDataMs(message, socket);
        if (since_ms >= 0) waits.push_back(static_cast<uint64_t>(since_ms) * 1'000'000);
      }
    }
  }
  close(netlink);
  if (!complete || waits.size() != count) waits.clear();
  return waits;
}

#else

std::vector<uint64_t> AcceptQueueWaits(int, size_t) { return {}; }

#endif

}  // namespace rondo
