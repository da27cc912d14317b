#include "runtime/observe/blame.h"

#include <gtest/gtest.h>
#include <uv.h>

namespace rondo {
namespace {

constexpr uint64_t kMs = 1'000'000;

Hold HoldOf(uint64_t task, uint64_t start_ms, uint64_t end_ms) {
  Hold hold;
  hold.task = task;
  hold.kind = TaskKind::kHttp;
  hold.start_ns = start_ms * kMs;
  hold.end_ns = end_ms * kMs;
  return hold;
}

Hold Reading(uint64_t task, uint64_t start_ms, uint64_t end_ms, int line = 14) {
  Hold hold = HoldOf(task, start_ms, end_ms);
  hold.cause = LongTask::Cause::kSyncCall;
  hold.name = "readFileSync";
  hold.place = {"load", "/srv/secret/app.js", line, 3};
  return hold;
}

class BlameTest : public testing::Test {
 protected:
  BlameTest() { uv_loop_init(&loop_); }
  ~BlameTest() override { uv_loop_close(&loop_); }
  void Turn(int count = 1) {
    uv_timer_t timer;
    uv_timer_init(&loop_, &timer);
    for (int i = 0; i < count; ++i) {
      uv_timer_start(
          &timer, [](uv_timer_t*) {}, 0, 0);
      uv_run(&loop_, UV_RUN_ONCE);
    }
    uv_close(reinterpret_cast<uv_handle_t*>(&timer), nullptr);
    uv_run(&loop_, UV_RUN_DEFAULT);
  }
  uv_loop_t loop_;
  Holds holds_;
};

TEST_F(BlameTest, SharesSumToTheWait) {
  holds_.Add(&loop_, Reading(1, 1000, 1100));
  holds_.Add(&loop_, HoldOf(2, 1110, 1130));
  const Blame blame = holds_.Share({1040 * kMs, 1135 * kMs, false}, 0);
  ASSERT_EQ(blame.culprits.size(), 2u);
  EXPECT_EQ(blame.culprits[0].hold.task, 1u);
  EXPECT_EQ(blame.culprits[0].duration_ns, 60 * kMs);
  EXPECT_EQ(blame.culprits[1].duration_ns, 20 * kMs);
  EXPECT_EQ(blame.wait_ns, 95 * kMs);
  EXPECT_EQ(blame.remainder_ns, 15 * kMs);
}

TEST_F(BlameTest, HoldsBeforeTheArrivalAreInnocent) {
  holds_.Add(&loop_, Reading(1, 1000, 1100));
  const Blame blame = holds_.Share({1100 * kMs, 1104 * kMs, false}, 0);
  EXPECT_TRUE(blame.culprits.empty());
  EXPECT_EQ(blame.remainder_ns, 4 * kMs);
}

TEST_F(BlameTest, TheRunningTaskIsACulpritForWhatCameWithIt) {
  holds_.SetRunning([](void*, uint64_t now_ns) { return HoldOf(7, 2000, now_ns / kMs); }, nullptr);
  const Blame blame = holds_.Share({1990 * kMs, 2050 * kMs, false}, 2000 * kMs);
  ASSERT_EQ(blame.culprits.size(), 1u);
  EXPECT_EQ(blame.culprits[0].hold.task, 7u);
  EXPECT_EQ(blame.culprits[0].duration_ns, 50 * kMs);
  EXPECT_EQ(blame.remainder_ns, 10 * kMs);
}

TEST_F(BlameTest, OldHoldsAreForgotten) {
  for (uint64_t i = 0; i < Holds::kCapacity + 10; ++i)
    holds_.Add(&loop_, HoldOf(i, 1000 + i * 2, 1002 + i * 2));
  const Blame blame = holds_.Share({0, 100'000 * kMs, false}, 0);
  EXPECT_EQ(blame.culprits.size(), Holds::kCapacity);
  EXPECT_EQ(blame.culprits.front().hold.task, 10u);
}

TEST_F(BlameTest, AsksInTheTurnOfTheHoldAndTheNext) {
  EXPECT_FALSE(holds_.armed());
  holds_.Add(&loop_, HoldOf(1, 1000, 1100));
  EXPECT_TRUE(holds_.armed());
  EXPECT_TRUE(holds_.MayHaveWaited(&loop_, 1101 * kMs, false));
  Turn(6);
  // What was accepted since may have waited for as long as the hold lasted.
  EXPECT_FALSE(holds_.MayHaveWaited(&loop_, 1150 * kMs, false));
  EXPECT_TRUE(holds_.MayHaveWaited(&loop_, 1150 * kMs, true));
  EXPECT_FALSE(holds_.MayHaveWaited(&loop_, 1201 * kMs, true));
  EXPECT_FALSE(holds_.armed());
}

TEST_F(BlameTest, ArrivesInTheMiddleOfTheTickWithinTheHold) {
  holds_.Add(&loop_, HoldOf(1, 1000, 1100));
  auto whole = holds_.Wait({1040 * kMs, 1044 * kMs}, 1101 * kMs, 1101 * kMs);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->arrival_ns, 1042 * kMs);
  auto clipped = holds_.Wait({998 * kMs, 1002 * kMs}, 1101 * kMs, 1101 * kMs);
  ASSERT_TRUE(clipped);
  EXPECT_EQ(clipped->arrival_ns, 1001 * kMs);
  EXPECT_FALSE(clipped->estimated);
}

TEST_F(BlameTest, DataThatCameAfterTheReadingTellsNothing) {
  holds_.Add(&loop_, HoldOf(1, 1000, 1100));
  EXPECT_FALSE(holds_.Wait({1104 * kMs, 1108 * kMs}, 1101 * kMs, 1120 * kMs));
}

TEST_F(BlameTest, AWaitThatMayHaveBeenNoneIsNone) {
  holds_.Add(&loop_, HoldOf(1, 1000, 1100));
  EXPECT_FALSE(holds_.Wait({1100 * kMs, 1104 * kMs}, 1100 * kMs + 200'000, 1100 * kMs + 200'000));
  EXPECT_FALSE(holds_.Wait({1096 * kMs, 1100 * kMs}, 1100 * kMs + 200'000, 1100 * kMs + 200'000));
}

TEST(ArrivalTest, IsWithinOneTickWhenTicksAreAligned) {
  const Arrival arrival = ArrivalBefore(1'001'300'000, 8, 4 * kMs, true);
  EXPECT_EQ(arrival.earliest_ns, 992 * kMs);
  EXPECT_EQ(arrival.latest_ns, 996 * kMs);
  EXPECT_EQ(ArrivalBefore(1'001'300'000, 0, 4 * kMs, true).latest_ns, 1'001'300'000u);
}

TEST(ArrivalTest, IsWithinTwoTicksOtherwise) {
  const Arrival arrival = ArrivalBefore(1'001'300'000, 8, 4 * kMs, false);
  EXPECT_EQ(arrival.earliest_ns, 989'300'000u);
  EXPECT_EQ(arrival.latest_ns, 997'300'000u);
}

TEST(ArrivalTest, TakesTheKernelsRoundingBack) {
  // At 300 ticks a second 2 of them are 6.67 ms, told as 7.
  const uint64_t tick = 3'333'333;
  EXPECT_EQ(ArrivalBefore(300 * tick + 5, 7, tick, true).earliest_ns, 298 * tick);
}

TEST(ArrivalTest, NeverIsBeforeTheClock) {
  EXPECT_EQ(ArrivalBefore(5 * kMs, 4'000'000, 4 * kMs, true).earliest_ns, 0u);
  EXPECT_EQ(ArrivalBefore(5 * kMs, 4'000'000, 4 * kMs, false).earliest_ns, 0u);
}

TEST(BlameTextTest, NamesOneCulprit) {
  Blame blame;
  blame.wait_ns = 198'200'000;
  blame.culprits.push_back({Reading(1, 0, 200), 198 * kMs});
  blame.remainder_ns = 200'000;
  EXPECT_EQ(ServerTimingText(blame), "loop;dur=198.2;desc=\"readFileSync app.js:14\"");
}

TEST(BlameTextTest, NamesSeveralWithTheirShares) {
  Blame blame;
  blame.wait_ns = 200 * kMs;
  Hold gc = HoldOf(2, 0, 1);
  gc.cause = LongTask::Cause::kGc;
  blame.culprits.push_back({gc, 30 * kMs});
  blame.culprits.push_back({Reading(1, 0, 200), 60 * kMs});
  blame.culprits.push_back({Reading(3, 0, 200), 80 * kMs});
  blame.remainder_ns = 30 * kMs;
  EXPECT_EQ(ServerTimingText(blame),
            "loop;dur=200.0;desc=\"readFileSync app.js:14 140.0, garbage collection 30.0, "
            "others 30.0\"");
}

TEST(BlameTextTest, SaysWhenThereWereShortTasksOnly) {
  Blame blame;
  blame.wait_ns = blame.remainder_ns = 12 * kMs;
  EXPECT_EQ(ServerTimingText(blame), "loop;dur=12.0;desc=\"short tasks\"");
}

TEST(BlameTextTest, TellsTheKindOfATaskThatNothingElseIsKnownOf) {
  EXPECT_EQ(ShortText(HoldOf(1, 0, 3)), "task of kind http");
}

TEST(BlameTextTest, TellsTheCallbackWhenThePlaceIsNotKnown) {
  Hold hold = HoldOf(1, 0, 3);
  hold.callback = {"refresh", "file:///srv/lib/cache.mjs", 9, 1};
  EXPECT_EQ(ShortText(hold), "callback refresh cache.mjs:9");
  hold.cause = LongTask::Cause::kGc;
  EXPECT_EQ(ShortText(hold), "garbage collection callback refresh cache.mjs:9");
  hold.place = {"", "cache.mjs", 12, 1};
  EXPECT_EQ(ShortText(hold), "garbage collection cache.mjs:12");
}

TEST(BlameTextTest, IsSafeInAHeader) {
  Blame blame;
  blame.wait_ns = 100 * kMs;
  Hold hold = HoldOf(1, 0, 100);
  hold.cause = LongTask::Cause::kJavaScript;
  hold.place = {"a\"b\\c\r\nSet-Cookie: x\xc3\xa9", "/srv/app.js", 1, 1};
  blame.culprits.push_back({hold, 100 * kMs});
  EXPECT_EQ(ServerTimingText(blame),
            "loop;dur=100.0;desc=\"a\\\"b\\\\c??Set-Cookie: x?? app.js:1\"");
}

}  // namespace
}  // namespace rondo
