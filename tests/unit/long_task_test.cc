#include "runtime/observe/long_task.h"

#include <gtest/gtest.h>

#include "runtime/observe/report/report_limit.h"

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
  task.cause = task.activity = LongTask::Cause::kSyncCall;
  task.name = "readFileSync";
  task.activity_ns = 210'000'000;
  task.count = 1;
  task.arguments = "'/srv/big.json'";
  task.split.sync_ns = 210'000'000;
  task.split.javascript_ns = 2'000'000;
  task.stack = {{"load", "/srv/app.js", 14, 20}, {"", "/srv/app.js", 30, 1}};
  task.victims.sockets.Add(200'000'000, 12);
  task.victims.timers.Add(150'000'000);
  EXPECT_EQ(FormatLongTask(task),
            "rondo: long task: 212.0 ms in a task of kind 'http'\n"
            "  cause   readFileSync('/srv/big.json'), 210.0 ms\n"
            "  at      load (/srv/app.js:14:20)\n"
            "          /srv/app.js:30:1\n"
            "  spent   blocking calls 210.0 ms, JavaScript 2.0 ms\n"
            "  waited  1 timer (longest 150 ms); 12 sockets with data (longest 200 ms)\n");
}

TEST(LongTaskTest, TellsWhereItWasAskedForAndHowLongItWaitedItself) {
  LongTask task = Task();
  task.invoker = {{"flush", "/srv/log.js", 4, 9}};
  task.origin = {{"write", "/srv/log.js", 20, 3}, {"handle", "/srv/app.js", 2, 1}};
  task.record.ready_ns = task.record.start_ns - 14'200'000;
  EXPECT_NE(FormatLongTask(task).find("  task    callback flush (/srv/log.js:4:9)\n"
                                      "  from    write (/srv/log.js:20:3)\n"
                                      "  late    by 14.2 ms: it had waited itself\n"),
            std::string::npos);
  // Of a task whose start is known to a tick only.
  task.record.ready_ns = task.record.start_ns + 1;
  EXPECT_EQ(FormatLongTask(task).find("late "), std::string::npos);
}

TEST(LongTaskTest, TellsWhatABusyMachineKeptItFrom) {
  LongTask task = Task();
  task.cause = LongTask::Cause::kCpuWait;
  task.cause_ns = 180'000'000;
  task.activity = LongTask::Cause::kSyncCall;
  task.activity_ns = 30'000'000;
  task.name = "statSync";
  task.count = 1;
  EXPECT_NE(
      FormatLongTask(task).find("  cause   waiting for a CPU, 180.0 ms: the machine was busy; "
                                "meanwhile in statSync, 30.0 ms\n"),
      std::string::npos);
}

TEST(LongTaskTest, ShowsWhereATaskInSeveralFunctionsWasSeen) {
  LongTask task = Task();
  task.activity = task.cause = LongTask::Cause::kJavaScript;
  CallTreeBuilder seen;
  for (int i = 0; i < 12; ++i)
    seen.Add({{"render", "/srv/view.js", 8, 3}, {"handle", "/srv/app.js", 2, 1}});
  for (int i = 0; i < 4; ++i)
    seen.Add({{"sort", "/srv/list.js", 20, 5}, {"handle", "/srv/app.js", 2, 1}});
  task.tree = std::make_shared<const CallTree>(seen.Finish());
  EXPECT_NE(FormatLongTask(task).find("  seen    in JavaScript 16 times\n"
                                      "           100 %  handle (/srv/app.js:2)\n"
                                      "            75 %    render (/srv/view.js:8)\n"
                                      "            25 %    sort (/srv/list.js:20)\n"),
            std::string::npos);
  seen.AddLate();
  task.tree = std::make_shared<const CallTree>(seen.Finish());
  EXPECT_NE(FormatLongTask(task).find("16 times, and 1 time too late to tell where\n"),
            std::string::npos);
}

TEST(LongTaskTest, ShowsNoTreeOfWhatIsOnePlace) {
  LongTask task = Task();
  task.activity = task.cause = LongTask::Cause::kJavaScript;
  CallTreeBuilder seen;
  for (int i = 0; i < 12; ++i)
    seen.Add({{"spin", "/srv/view.js", 8 + i, 3}, {"handle", "/srv/app.js", 2, 1}});
  task.tree = std::make_shared<const CallTree>(seen.Finish());
  EXPECT_EQ(FormatLongTask(task).find("  seen  "), std::string::npos);
}

TEST(LongTaskTest, TellsThrottlingByTheCpuQuotaFromABusyMachine) {
  LongTask task = Task();
  task.cause = LongTask::Cause::kCpuWait;
  task.activity = LongTask::Cause::kJavaScript;
  task.cause_ns = task.split.cpu_wait_ns = 160'000'000;
  task.split.throttled_ns = 150'000'000;
  task.split.javascript_ns = 52'000'000;
  const std::string text = FormatLongTask(task);
  EXPECT_NE(text.find("  cause   waiting for a CPU, 160.0 ms: the CPU quota of the cgroup was used "
                      "up; meanwhile in JavaScript\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("  spent   waiting for a CPU 160.0 ms (up to 150.0 ms of it throttled by the "
                      "CPU quota of the cgroup), JavaScript 52.0 ms\n"),
            std::string::npos)
      << text;
  task.split.throttled_ns = 10'000'000;
  EXPECT_NE(FormatLongTask(task).find("the machine was busy"), std::string::npos);
}

TEST(LongTaskTest, SaysWhenNobodyWaited) {
  EXPECT_NE(FormatLongTask(Task()).find("waited  nobody"), std::string::npos);
}

TEST(LongTaskTest, ShowsThePartsThatMatterLargestFirst) {
  LongTask task = Task();
  task.split.javascript_ns = 101'000'000;
  task.split.gc_ns = 100'980'000;
  task.split.cpu_wait_ns = 10'000'000;
  task.split.unattributed_ns = 20'000;
  task.drain_ns = 90'000'000;
  EXPECT_NE(
      FormatLongTask(task).find(
          "  spent   JavaScript 101.0 ms, garbage collection 101.0 ms, waiting for a CPU 10.0 "
          "ms; in ticks and microtasks 90.0 ms of it\n"),
      std::string::npos);
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
