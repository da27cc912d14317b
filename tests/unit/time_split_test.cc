#include "runtime/observe/times/time_split.h"

#include <gtest/gtest.h>

#include "runtime/observe/times/usage_log.h"

namespace rondo {
namespace {

constexpr uint64_t kMs = 1'000'000;

TaskTimes Times(uint64_t duration_ms, uint64_t cpu_ms, uint64_t wait_ms) {
  TaskTimes times;
  times.duration_ns = duration_ms * kMs;
  times.before = {1, 500 * kMs, 70 * kMs, 3};
  times.after = {2, (500 + cpu_ms) * kMs, (70 + wait_ms) * kMs, 3};
  return times;
}

TEST(TimeSplit, CpuTimeIsJavaScript) {
  TimeSplit split = SplitTime(Times(100, 99, 1));
  EXPECT_EQ(split.javascript_ns, 99 * kMs);
  EXPECT_EQ(split.cpu_wait_ns, 1 * kMs);
  EXPECT_EQ(split.Sum(), 100 * kMs);
}

TEST(TimeSplit, WaitingForACpuFallsOnAllPartsAlike) {
  TaskTimes times = Times(100, 20, 80);
  times.sync_ns = 50 * kMs;
  times.gc_ns = 25 * kMs;
  TimeSplit split = SplitTime(times);
  EXPECT_EQ(split.cpu_wait_ns, 80 * kMs);
  EXPECT_NEAR(static_cast<double>(split.sync_ns), 10 * kMs, 2);
  EXPECT_NEAR(static_cast<double>(split.gc_ns), 5 * kMs, 2);
  EXPECT_NEAR(static_cast<double>(split.javascript_ns), 5 * kMs, 4);
  EXPECT_EQ(split.Sum(), 100 * kMs);
}

TEST(TimeSplit, WhatNothingExplainsIsUnattributed) {
  TimeSplit split = SplitTime(Times(100, 30, 10));
  EXPECT_EQ(split.unattributed_ns, 60 * kMs);
}

TEST(TimeSplit, AddsUpWhateverTheCountersSay) {
  for (uint64_t part : {0u, 40u, 100u, 1000u}) {
    for (uint64_t other : {0u, 40u, 100u, 1000u}) {
      TaskTimes times = Times(100, part, other);
      times.sync_ns = other * kMs;
      times.gc_ns = part * kMs;
      times.stopped_ns = other / 2 * kMs;
      EXPECT_EQ(SplitTime(times).Sum(), 100 * kMs);
    }
  }
}

TEST(TimeSplit, WithoutTheKernelsAccountsTheRestIsJavaScript) {
  TaskTimes times;
  times.duration_ns = 100 * kMs;
  times.sync_ns = 60 * kMs;
  EXPECT_EQ(SplitTime(times).javascript_ns, 40 * kMs);
}

TEST(TimeSplit, ThrottlingIsAPartOfTheWaitAtMost) {
  TaskTimes times = Times(100, 20, 80);
  times.before.throttled_ns = 7 * kMs;
  times.after.throttled_ns = 47 * kMs;
  EXPECT_EQ(SplitTime(times).throttled_ns, 40 * kMs);
  EXPECT_FALSE(SplitTime(times).throttled());
  EXPECT_EQ(SplitTime(times).Sum(), 100 * kMs);
  // The whole cgroup was throttled for longer than this thread waited.
  times.after.throttled_ns = 900 * kMs;
  EXPECT_EQ(SplitTime(times).throttled_ns, 80 * kMs);
  EXPECT_TRUE(SplitTime(times).throttled());
  EXPECT_EQ(SplitTime(times).cpu_wait_ns, 80 * kMs);
  EXPECT_EQ(SplitTime(times).Sum(), 100 * kMs);
}

TEST(UsageLog, KnowsTheUsageBefore) {
  UsageLog log;
  EXPECT_EQ(log.Before(5).at_ns, 0u);
  for (uint64_t i = 1; i <= 100; ++i) log.Add({i * kMs, i, 0, 0}, {i * kMs, 0, 0, 0}, kMs, 0);
  EXPECT_EQ(log.Before(80 * kMs + 5).cpu_ns, 80u);
  EXPECT_EQ(log.Before(kMs).cpu_ns, 37u);  // the earliest of the 64 that are kept
}

TEST(UsageLog, WhatOthersWereThrottledBeforeIsNotTheTasks) {
  UsageLog log;
  log.Add({kMs, 1, 0, 0, 5}, {kMs, 0, 0, 0}, kMs, 0);
  EXPECT_EQ(log.Before(999 * kMs).throttled_ns, 5u);
  log.Add({1000 * kMs, 1, 0, 0, 70}, {1000 * kMs, 0, 0, 0}, kMs, 0);
  EXPECT_EQ(log.Before(999 * kMs).throttled_ns, 70u);
  EXPECT_EQ(log.Before(999 * kMs).at_ns, kMs);
  EXPECT_EQ(log.Before(900 * kMs).throttled_ns, 5u);
}

TEST(UsageLog, ATaskThatRunsForLongKeepsItsBeginning) {
  UsageLog log;
  log.Add({kMs, 1, 0, 0}, {kMs, 0, 0, 0}, kMs, 0);
  const uint64_t start = 2 * kMs;
  for (uint64_t i = 3; i <= 1000; ++i) log.Add({i * kMs, i, 0, 0}, {i * kMs, 0, 0, 0}, kMs, start);
  EXPECT_EQ(log.Before(start).cpu_ns, 1u);
  EXPECT_EQ(log.Before(5 * kMs).cpu_ns, 3u);
  EXPECT_EQ(log.Before(2000 * kMs).cpu_ns, 1000u);
}

TEST(UsageLog, AWatchdogThatOversleptThoughItHadACpuWasStopped) {
  UsageLog log;
  log.Add({}, {100 * kMs, 0, 0, 0}, 10 * kMs, 0);
  log.Add({}, {1110 * kMs, 0, 0, 0}, 10 * kMs, 0);
  EXPECT_EQ(log.StoppedNs(0, 2000 * kMs), 1000 * kMs);
  EXPECT_EQ(log.StoppedNs(600 * kMs, 2000 * kMs), 510 * kMs);
  EXPECT_EQ(log.StoppedNs(1200 * kMs, 2000 * kMs), 0u);
}

TEST(UsageLog, AWatchdogThatWasDeniedACpuWasNot) {
  UsageLog log;
  log.Add({}, {100 * kMs, 0, 0, 0}, 10 * kMs, 0);
  log.Add({}, {600 * kMs, 0, 485 * kMs, 0}, 10 * kMs, 0);
  EXPECT_EQ(log.StoppedNs(0, 2000 * kMs), 0u);
  log.Pause();
  log.Add({}, {9000 * kMs, 0, 485 * kMs, 0}, 10 * kMs, 0);
  EXPECT_EQ(log.StoppedNs(0, 10'000 * kMs), 0u);
}

}  // namespace
}  // namespace rondo
