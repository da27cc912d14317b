#include "runtime/observe/pool_waits.h"

#include <gtest/gtest.h>

#include <string>

namespace rondo {
namespace {

constexpr uint64_t kMs = 1'000'000;

PoolWait Wait(uint64_t queued_ms, uint64_t start_ms,
              PoolWait::Cause cause = PoolWait::Cause::kSlowWork) {
  PoolWait wait;
  wait.name = "stat";
  wait.queued_ns = queued_ms * kMs;
  wait.start_ns = start_ms * kMs;
  wait.ahead = 7;
  wait.threads = 4;
  wait.cause = cause;
  wait.work = {{"open", 10 * kMs, 0}, {"open", 20 * kMs, 0}, {"lstat", 30 * kMs, 31 * kMs}};
  return wait;
}

PoolWaits Quiet() { return PoolWaits(0, PoolWaits::Print::kNone); }

TEST(PoolWaits, OverlappingWaitsAreOneJamWithItsLongest) {
  PoolWaits waits = Quiet();
  waits.Add(Wait(100, 200));
  waits.Add(Wait(150, 400));
  waits.Add(Wait(90, 180));  // deliveries come out of order
  ASSERT_EQ(waits.jams().size(), 1u);
  const PoolJam& jam = waits.jams().front();
  EXPECT_EQ(jam.count, 3u);
  EXPECT_EQ(jam.start_ns, 90 * kMs);
  EXPECT_EQ(jam.end_ns, 400 * kMs);
  EXPECT_EQ(jam.longest.waited_ns(), 250 * kMs);
  EXPECT_EQ(waits.wait_count(), 3u);
}

TEST(PoolWaits, ALaterWaitIsAnotherJam) {
  PoolWaits waits = Quiet();
  waits.Add(Wait(100, 200));
  waits.Add(Wait(300, 400));
  EXPECT_EQ(waits.jams().size(), 2u);
  EXPECT_EQ(waits.jam_count(), 2u);
}

TEST(PoolWaits, KeepsTheLastHundred) {
  PoolWaits waits = Quiet();
  for (uint64_t i = 0; i < 150; ++i) waits.Add(Wait(1000 * i, 1000 * i + 100));
  EXPECT_EQ(waits.jams().size(), 100u);
  EXPECT_EQ(waits.jam_count(), 150u);
  EXPECT_EQ(waits.jams().front().start_ns, 50'000 * kMs);
}

TEST(PoolWaits, TheReportTellsTheWorkByNameTheSlowestFirst) {
  EXPECT_EQ(PoolWorkText(Wait(100, 200).work, 200 * kMs),
            "2 x open (longest 190 ms so far), lstat (1 ms)");
  PoolJam jam{100 * kMs, 200 * kMs, 1, Wait(100, 200)};
  const std::string text = FormatPoolJam(jam);
  EXPECT_NE(text.find("a request (stat) waited 100.0 ms for a thread, behind 7 others"),
            std::string::npos);
  EXPECT_NE(text.find("all 4 threads were busy with slow work: 2 x open"), std::string::npos);
  EXPECT_NE(text.find("UV_THREADPOOL_SIZE, now 4"), std::string::npos);
}

TEST(PoolWaits, ABusyMachineIsNotBlamedOnThePool) {
  PoolJam jam{100 * kMs, 200 * kMs, 1, Wait(100, 200, PoolWait::Cause::kCpuWait)};
  const std::string text = FormatPoolJam(jam);
  EXPECT_NE(text.find("the machine was busy"), std::string::npos);
  EXPECT_EQ(text.find("UV_THREADPOOL_SIZE"), std::string::npos);
}

}  // namespace
}  // namespace rondo
