#include "runtime/observe/times/delay_histogram.h"

#include <gtest/gtest.h>

#include <limits>

namespace rondo {
namespace {

constexpr uint64_t kMs = 1'000'000;

TEST(DelayHistogramTest, NobodyWaitsForALoopThatWaits) {
  auto delays = DelayHistogram::Make(10 * kMs);
  delays->Begin(1000 * kMs);
  delays->AddWait(2000 * kMs);
  EXPECT_EQ(delays->histogram().count(), 100);
  EXPECT_EQ(delays->histogram().Max(), 0);
}

TEST(DelayHistogramTest, AStallWeighsByItsLength) {
  auto delays = DelayHistogram::Make(10 * kMs);
  delays->Begin(0);
  delays->AddWait(100 * kMs);
  delays->AddHeld(200 * kMs);  // the moments 100, 110 ... 190 wait for 100, 90 ... 10
  EXPECT_EQ(delays->histogram().count(), 20);
  EXPECT_NEAR(static_cast<double>(delays->histogram().Max()), 100e6, 1e5);
  EXPECT_NEAR(delays->histogram().Mean(), 550e6 / 20, 1e5);
  EXPECT_EQ(delays->histogram().Percentile(50), 0);
  EXPECT_NEAR(static_cast<double>(delays->histogram().Percentile(75)), 50e6, 1e5);
}

TEST(DelayHistogramTest, ShortTurnsAreProbedAtTheSamePace) {
  auto delays = DelayHistogram::Make(10 * kMs);
  delays->Begin(0);
  for (uint64_t ms = 1; ms <= 1000; ++ms) delays->AddHeld(ms * kMs);
  EXPECT_EQ(delays->histogram().count(), 100);
  EXPECT_NEAR(delays->histogram().Mean(), 1e6, 1e4);
}

TEST(DelayHistogramTest, WhatIsOverIsNotCountedTwice) {
  auto delays = DelayHistogram::Make(10 * kMs);
  delays->Begin(500 * kMs);
  delays->AddWait(400 * kMs);
  delays->AddHeld(450 * kMs);
  EXPECT_EQ(delays->histogram().count(), 0);
  delays->AddWait(520 * kMs);
  delays->AddWait(520 * kMs);
  EXPECT_EQ(delays->histogram().count(), 2);
}

TEST(DelayHistogramTest, AVeryLongStallKeepsItsWeight) {
  auto delays = DelayHistogram::Make(1 * kMs);
  delays->Begin(0);
  delays->AddHeld(600'000 * kMs);
  EXPECT_EQ(delays->histogram().count(), 600'000);
  EXPECT_NEAR(delays->histogram().Mean(), 300e9, 1e9);
}

TEST(DelayHistogramTest, StallsAboveAnHourExceedTheRange) {
  auto delays = DelayHistogram::Make(1000 * kMs);
  delays->Begin(0);
  delays->AddHeld(7'200'000 * kMs);
  EXPECT_NEAR(static_cast<double>(delays->histogram().exceeds()), 3600, 20);
  EXPECT_EQ(delays->histogram().exceeds() + delays->histogram().count(), 7200);
}

TEST(HistogramTest, RefusesRangesThatCannotBe) {
  EXPECT_EQ(Histogram::Make(0, 10, 3), nullptr);
  EXPECT_EQ(Histogram::Make(10, 19, 3), nullptr);
  EXPECT_EQ(Histogram::Make(1, 10, 6), nullptr);
  EXPECT_NE(Histogram::Make(1, std::numeric_limits<int64_t>::max(), 3), nullptr);
}

TEST(HistogramTest, IsEmptyAtFirst) {
  auto histogram = Histogram::Make(1, 1000, 3);
  EXPECT_EQ(histogram->Min(), std::numeric_limits<int64_t>::max());
  EXPECT_EQ(histogram->Max(), 0);
  EXPECT_TRUE(histogram->Mean() != histogram->Mean());
  ASSERT_EQ(histogram->Percentiles().size(), 1u);
  EXPECT_EQ(histogram->Percentiles()[0].first, 100);
}

}  // namespace
}  // namespace rondo
