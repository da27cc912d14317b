#include <gtest/gtest.h>

#include "runtime/monitor/address.h"

namespace rondo {
namespace {

std::string Parsed(std::string_view text) {
  Result<MonitorAddress> address = ParseMonitorAddress(text);
  return address.ok() ? address.value().Text() : address.error().message;
}

TEST(MonitorAddressTest, ReadsHostAndPort) {
  EXPECT_EQ(Parsed(""), "127.0.0.1:9464");
  EXPECT_EQ(Parsed("8080"), "127.0.0.1:8080");
  EXPECT_EQ(Parsed("0"), "127.0.0.1:0");
  EXPECT_EQ(Parsed("localhost:1"), "127.0.0.1:1");
  EXPECT_EQ(Parsed("0.0.0.0"), "0.0.0.0:9464");
  EXPECT_EQ(Parsed("10.1.2.3:65535"), "10.1.2.3:65535");
  EXPECT_EQ(Parsed("::1"), "[::1]:9464");
  EXPECT_EQ(Parsed("[0:0::1]:80"), "[::1]:80");
}

TEST(MonitorAddressTest, SaysWhatIsWrong) {
  EXPECT_EQ(Parsed("65536"), "--monitor: '65536' is no port; give one from 0 to 65535");
  EXPECT_EQ(Parsed("127.0.0.1:x"), "--monitor: 'x' is no port; give one from 0 to 65535");
  EXPECT_EQ(Parsed("127.0.0.1:-1"), "--monitor: '-1' is no port; give one from 0 to 65535");
  EXPECT_EQ(Parsed("example.org:80"),
            "--monitor: 'example.org' is no IP address; give one of this machine, or localhost");
  EXPECT_EQ(Parsed("127.0.0.1:"),
            "--monitor: '127.0.0.1:' is no address; write HOST:PORT, as 127.0.0.1:9464 or "
            "[::1]:9464");
  EXPECT_EQ(Parsed("[::1"),
            "--monitor: '[::1' is no address; write HOST:PORT, as 127.0.0.1:9464 or [::1]:9464");
}

TEST(MonitorAddressTest, AllowsOnlyHostsThatNobodyElseCanOwn) {
  for (const char* host : {"localhost", "LocalHost:9464", "a.localhost", "127.0.0.1", "127.9.9.9:1",
                           "[::1]", "[::1]:9464", "[::ffff:127.0.0.1]", "10.1.2.3:80"})
    EXPECT_TRUE(IsHostAllowed(host, "10.1.2.3")) << host;
  for (const char* host :
       {"", "example.org", "localhost.example.org", "10.1.2.4", "127.0.0.1.example.org", "[::1",
        "[::2]", "localhost:", "localhost:x", "localhost:99999", "127.1", "2130706433",
        "notlocalhost", "user@localhost"})
    EXPECT_FALSE(IsHostAllowed(host, "10.1.2.3")) << host;
}

TEST(MonitorAddressTest, TheWildcardAddressIsEveryAddressButNoName) {
  EXPECT_TRUE(IsHostAllowed("10.9.9.9:9464", "0.0.0.0"));
  EXPECT_TRUE(IsHostAllowed("[2001:db8::1]", "::"));
  EXPECT_FALSE(IsHostAllowed("example.org", "0.0.0.0"));
}

}  // namespace
}  // namespace rondo
