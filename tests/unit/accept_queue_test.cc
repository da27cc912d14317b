#include "runtime/observe/accept_queue.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace rondo {
namespace {

class AcceptQueueTest : public testing::TestWithParam<int> {
 protected:
  AcceptQueueTest() {
    listener_ = socket(GetParam(), SOCK_STREAM, 0);
    if (GetParam() == AF_INET) {
      auto* address = reinterpret_cast<sockaddr_in*>(&address_);
      address->sin_family = AF_INET;
      address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    } else {
      auto* address = reinterpret_cast<sockaddr_in6*>(&address_);
      address->sin6_family = AF_INET6;
      address->sin6_addr = in6addr_loopback;
    }
    auto* any = reinterpret_cast<sockaddr*>(&address_);
    bound_ = bind(listener_, any, sizeof address_) == 0 && listen(listener_, 16) == 0 &&
             getsockname(listener_, any, &size_) == 0;
  }
  ~AcceptQueueTest() override {
    for (int client : clients_) close(client);
    close(listener_);
  }
  void Connect() {
    clients_.push_back(socket(GetParam(), SOCK_STREAM, 0));
    ASSERT_EQ(connect(clients_.back(), reinterpret_cast<sockaddr*>(&address_), size_), 0);
  }
  static bool KernelTells() {
    const int netlink = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    close(netlink);
    return netlink >= 0;
  }

  sockaddr_storage address_{};
  socklen_t size_ = sizeof address_;
  int listener_;
  bool bound_;
  std::vector<int> clients_;
};

TEST_P(AcceptQueueTest, TellsSinceWhenConnectionsWait) {
  if (!bound_) GTEST_SKIP() << "no such addresses here";
  if (!KernelTells()) GTEST_SKIP() << "no sock_diag here";
  Connect();
  usleep(80'000);
  Connect();
  usleep(40'000);
  std::vector<uint64_t> waits = AcceptQueueWaits(listener_, 2);
  if (waits.empty()) GTEST_SKIP() << "the kernel has no INET_DIAG";
  ASSERT_EQ(waits.size(), 2u);
  std::sort(waits.begin(), waits.end());
  EXPECT_GE(waits[0], 20'000'000u);
  EXPECT_GE(waits[1], waits[0] + 50'000'000);
  // One that was accepted waits no more.
  close(accept(listener_, nullptr, nullptr));
  EXPECT_EQ(AcceptQueueWaits(listener_, 1).size(), 1u);
}

TEST_P(AcceptQueueTest, SaysNothingWhereTheNumberIsAnother) {
  if (!bound_) GTEST_SKIP() << "no such addresses here";
  Connect();
  EXPECT_TRUE(AcceptQueueWaits(listener_, 2).empty());
  EXPECT_TRUE(AcceptQueueWaits(-1, 1).empty());
}

INSTANTIATE_TEST_SUITE_P(Families, AcceptQueueTest, testing::Values(AF_INET, AF_INET6));

}  // namespace
}  // namespace rondo
