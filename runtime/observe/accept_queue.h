// For how long connections have stood in the accept queue of a listening socket.
#ifndef RONDO_OBSERVE_ACCEPT_QUEUE_H_
#define RONDO_OBSERVE_ACCEPT_QUEUE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rondo {

// Since a connection that nobody has accepted yet was established, or last got data: nanoseconds
// for each of the `count` connections that the kernel says are in the queue of `listener`, a TCP
// socket. Asks the kernel (sock_diag(7)), for at most kMostSockets sockets of that port. Empty when
// that is not allowed or not complete, and when several sockets listen on the port: whose the
// connections are is not known then.
std::vector<uint64_t> AcceptQueueWaits(int listener, size_t count);

inline constexpr size_t kMostSockets = 1000;  // about a millisecond

}  // namespace rondo

#endif  // RONDO_OBSERVE_ACCEPT_QUEUE_H_
