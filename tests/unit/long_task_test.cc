#include "runtime/observe/long_task.h"

#include <gtest/gtest.h>

#include "runtime/observe/report_limit.h"

namespace rondo {
namespace {

LongTask Task() {
  LongTask task;
  task.record.kind = TaskKind::kHttp;
  task.record.start_ns = 1'000'000'000;
  task.record.end_ns = 1'212'000'000;
  return task;
}

TEST(LongTaskTest, NamesTheCallThePlaceAndTheWaiters) {
  LongTask task = Task();
  task.cause = LongTask::Cause::kSyncCall;
  task.name = "readFileSync";
  task.cause_ns = 210'000'000;
  task.cause_count = 1;
  task.stack = {{"load", "/srv/app.js", 14, 20}, {"", "/srv/app.js", 30, 1}};
  task.victims.sockets.Add(200'000'000, 12);
  task.victims.timers.Add(150'000'000);
  EXPECT_EQ(FormatLongTask(task),
            "rondo: long task: 212.0 ms in a task of kind 'http'\n"
            "  cause   readFileSync, 210.0 ms\n"
            "  at      load (/srv/app.js:14:20)\n"
            "          /srv/app.js:30:1\n"
            "  waited  1 timer (longest 150 ms); 12 sockets with data (longest 200 ms)\n");
}

TEST(LongTaskTest, SaysWhenNobodyWaited) {
  EXPECT_NE(FormatLongTask(Task()).find("waited  nobody"), std::string::npos);
}

TEST(LongTaskTest, MentionsGarbageCollectionOnlyWhenItMatters) {
  LongTask task = Task();
  task.gc_ns = 1'000'000;
  EXPECT_EQ(FormatLongTask(task).find("garbage"), std::string::npos);
  task.gc_ns = 100'000'000;
  EXPECT_NE(FormatLongTask(task).find("garbage collection 100.0 ms"), std::string::npos);
}

TEST(ReportLimitTest, HoldsBackAndCounts) {
  ReportLimit limit;
  const uint64_t second = 1'000'000'000;
  int allowed = 0;
  for (int i = 0; i < 20; ++i) allowed += limit.Allow(5 * second + i);
  EXPECT_EQ(allowed, 5);
  EXPECT_EQ(limit.TakeHeldBack(), 15u);
  EXPECT_EQ(limit.TakeHeldBack(), 0u);
  EXPECT_TRUE(limit.Allow(6 * second + 100));
}

}  // namespace
}  // namespace rondo
