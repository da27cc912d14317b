// What is always on must not grow: a billion tasks, as in a day of a busy server.
#include <gtest/gtest.h>
#include <malloc.h>

#include "runtime/observe/report/summary.h"
#include "runtime/observe/task_ring.h"
#include "runtime/observe/times/delay_histogram.h"
#include "runtime/observe/times/log_histogram.h"
#include "runtime/observe/times/usage_log.h"

namespace rondo {
namespace {

#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
constexpr uint64_t kTasks = 5'000'000;
#else
constexpr uint64_t kTasks = 1'000'000'000;
#endif

size_t AllocatedBytes() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

TEST(DayOfTasksTest, LeavesMemoryWhereItWas) {
  auto ring = std::make_unique<TaskRing>();
  auto task_time = std::make_unique<LogHistogram>();
  auto delays = DelayHistogram::Make(10'000'000);
  UsageLog usage;
  Summary summary;
  ASSERT_TRUE(delays);
  delays->Begin(0);

  TaskRecord record;
  LongTask long_task;
  long_task.stack = {{"handler", "/srv/app.js", 14, 20}};
  uint64_t now = 0;
  uint64_t random = 1;
  auto run = [&](uint64_t tasks) {
    for (uint64_t i = 0; i < tasks; ++i) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      const uint64_t took = 1'000 + (random >> 48);  // 1 to 66 microseconds
      record.number++;
      record.start_ns = now;
      now += took;
      record.end_ns = now;
      ring->Add(record);
      task_time->Add(took);
      if (i % 64 != 0) continue;
      delays->AddHeld(now);
      delays->AddWait(now + 20'000);
      now += 20'000;
      if (i % 4096 != 0) continue;
      usage.Add({now, now, 0, 0}, {now, 0, 0, 0}, 12'500'000, 0);
      if (i % (1 << 20) != 0) continue;
      long_task.record = record;
      long_task.stack.front().line = static_cast<int>(random >> 50);
      long_task.activity = LongTask::Cause::kSyncCall;
      summary.Add(long_task);
    }
  };
  run(kTasks / 10);
  const size_t before = AllocatedBytes();
  run(kTasks - kTasks / 10);
  EXPECT_LE(AllocatedBytes(), before + 64 * 1024);
  EXPECT_EQ(ring->count(), kTasks);
  EXPECT_EQ(task_time->Read().count(), kTasks);
}

}  // namespace
}  // namespace rondo
