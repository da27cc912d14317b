#include <gtest/gtest.h>

#include "runtime/observe/times/usage_log.h"

namespace rondo {
namespace {

constexpr uint64_t kMs = 1'000'000;
constexpr uint64_t kPeriod = 12 * kMs;

Usage At(uint64_t ms) {
  Usage usage;
  usage.at_ns = ms * kMs;
  return usage;
}

TEST(UsageLogOverdue, NothingBeforeTheFirstLook) {
  UsageLog log;
  EXPECT_EQ(log.OverdueNs(100 * kMs, 400 * kMs), 0u);
}

TEST(UsageLogOverdue, AWatchdogThatIsAboutToLookIsNot) {
  UsageLog log;
  log.Add(At(100), At(100), kPeriod, 0);
  EXPECT_EQ(log.OverdueNs(90 * kMs, 112 * kMs), 0u);
  EXPECT_EQ(log.OverdueNs(90 * kMs, 125 * kMs), 0u);
}

TEST(UsageLogOverdue, CountsFromTheLookThatDidNotCome) {
  UsageLog log;
  log.Add(At(100), At(100), kPeriod, 0);
  EXPECT_EQ(log.OverdueNs(90 * kMs, 412 * kMs), 300 * kMs);
}

TEST(UsageLogOverdue, CountsWithinTheTaskOnly) {
  UsageLog log;
  log.Add(At(100), At(100), kPeriod, 0);
  EXPECT_EQ(log.OverdueNs(212 * kMs, 412 * kMs), 200 * kMs);
}

TEST(UsageLogOverdue, APausedWatchdogIsNot) {
  UsageLog log;
  log.Add(At(100), At(100), kPeriod, 0);
  log.Pause();
  EXPECT_EQ(log.OverdueNs(90 * kMs, 412 * kMs), 0u);
}

}  // namespace
}  // namespace rondo
