#include "runtime/observe/times/usage.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "runtime/loop/loop.h"

namespace rondo {
namespace {

uint64_t CpuNs() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(time.tv_nsec);
}

uint64_t MajorFaults() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  return static_cast<uint64_t>(usage.ru_majflt);
}

TEST(UsageTest, AgreesWithWhatTheThreadKnowsOfItself) {
  const uint64_t until = CpuNs() + 30'000'000;
  while (CpuNs() < until) {
  }
  const UsageReader reader(gettid());
  const uint64_t before_ns = CpuNs();
  const Usage usage = reader.Read();
  if (usage.cpu_ns == 0) GTEST_SKIP() << "this kernel has no scheduler statistics";
  // schedstat leaves out what ran since the last tick.
  EXPECT_LE(usage.cpu_ns, CpuNs());
  EXPECT_GE(usage.cpu_ns + 20'000'000, before_ns);
  EXPECT_LE(usage.at_ns, Loop::NowNs());
  EXPECT_EQ(usage.major_faults, MajorFaults());
  EXPECT_EQ(usage.throttled_ns, 0u);
  EXPECT_EQ(reader.ReadTimes().major_faults, 0u);
  EXPECT_GE(reader.ReadTimes().cpu_ns, usage.cpu_ns);
}

TEST(UsageTest, ANameMayHoldParenthesesAndSpaces) {
  char name[32] = "";
  pthread_getname_np(pthread_self(), name, sizeof name);
  pthread_setname_np(pthread_self(), "a) R 1 2 3 (b");
  EXPECT_EQ(UsageReader(gettid()).Read().major_faults, MajorFaults());
  pthread_setname_np(pthread_self(), name);
}

TEST(UsageTest, AThreadThatIsNotThereHasNone) {
  const Usage usage = UsageReader(0).Read();
  EXPECT_EQ(usage.cpu_ns + usage.wait_ns + usage.major_faults, 0u);
  EXPECT_GT(usage.at_ns, 0u);
}

TEST(UsageSamplerTest, KeepsThePageFaultsOfTheLastTimeTheyWereRead) {
  const UsageReader reader(gettid());
  UsageSampler sampler(reader);
  uint64_t last_ns = 0;
  for (int i = 0; i < 20; ++i) {
    const Usage usage = sampler.Read();
    EXPECT_EQ(usage.major_faults, MajorFaults());
    EXPECT_GE(usage.at_ns, last_ns);
    last_ns = usage.at_ns;
  }
}

}  // namespace
}  // namespace rondo
