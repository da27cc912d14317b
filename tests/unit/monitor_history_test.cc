#include <gtest/gtest.h>

#include "runtime/monitor/history.h"
#include "runtime/observe/times/log_histogram.h"

namespace rondo {
namespace {

TEST(LogBucketsTest, EveryValueLiesWithinItsBucketToSixPerCent) {
  for (uint64_t ns = 1; ns < uint64_t{1} << 45; ns += 1 + ns / 7) {
    const size_t bucket = LogBuckets::Of(ns);
    const uint64_t begin = bucket == 0 ? 0 : LogBuckets::End(bucket - 1);
    const uint64_t end = LogBuckets::End(bucket);
    ASSERT_LE(begin, ns);
    ASSERT_LT(ns, end);
    ASSERT_LE(end - begin, ns / 16 + 1024) << ns;
  }
}

TEST(LogBucketsTest, HugeValuesFallIntoTheLast) {
  EXPECT_EQ(LogBuckets::Of(UINT64_MAX), LogBuckets::kCount - 1);
  EXPECT_EQ(LogBuckets::Of(LogBuckets::End(LogBuckets::kCount - 1)), LogBuckets::kCount - 1);
}

TEST(LogHistogramTest, CountsWhatIsAtMostABound) {
  LogHistogram histogram;
  for (uint64_t ms : {1, 2, 30, 400}) histogram.Add(ms * 1'000'000);
  const LogCounts counts = histogram.Read();
  EXPECT_EQ(counts.count(), 4u);
  EXPECT_EQ(counts.sum_ns, 433'000'000u);
  EXPECT_EQ(counts.AtMost(10'000'000), 2u);
  EXPECT_EQ(counts.AtMost(100'000'000), 3u);
  EXPECT_EQ(counts.AtMost(1'000'000'000), 4u);
}

TEST(BoundHistogramTest, ABoundBelongsToItsBucket) {
  BoundHistogram<2> histogram;
  const std::array<double, 2> bounds = {0.1, 1};
  for (uint64_t ms : {100, 101, 1000, 5000}) histogram.Add(bounds, ms * 1'000'000);
  EXPECT_EQ(histogram.buckets, (std::array<uint64_t, 3>{1, 2, 1}));
  EXPECT_DOUBLE_EQ(histogram.sum_seconds, 6.201);
}

TEST(DelayStatsTest, PointsThatMetAFreeLoopDidNotWait) {
  LogCounts counts;
  counts.buckets[LogBuckets::Of(100'000'000)] = 10;
  const DelayStats stats = StatsOf(counts, 100);
  EXPECT_EQ(stats.min, 0);
  EXPECT_EQ(stats.p50, 0);
  EXPECT_EQ(stats.p90, 0);
  EXPECT_NEAR(stats.p99, 0.1, 0.004);
  EXPECT_NEAR(stats.max, 0.1, 0.004);
  EXPECT_NEAR(stats.mean, 0.01, 0.0004);
  EXPECT_NEAR(stats.stddev, 0.03, 0.0012);
}

TEST(DelayStatsTest, OfNothingAllIsZero) {
  const DelayStats stats = StatsOf(LogCounts(), 0);
  EXPECT_EQ(stats.max, 0);
  EXPECT_EQ(stats.p99, 0);
}

TEST(DelayStatsTest, WhenAllWaitedTheLeastIsNotZero) {
  LogCounts counts;
  counts.buckets[LogBuckets::Of(1'000'000)] = 1;
  counts.buckets[LogBuckets::Of(9'000'000)] = 1;
  EXPECT_NEAR(StatsOf(counts, 1).min, 0.001, 0.00004);
  EXPECT_NEAR(StatsOf(counts, 1).max, 0.009, 0.0004);
}

}  // namespace
}  // namespace rondo
