#include "runtime/observe/task_ring.h"

#include <gtest/gtest.h>

namespace rondo {
namespace {

TaskRecord Record(uint64_t number) {
  TaskRecord record;
  record.number = number;
  return record;
}

TEST(TaskRingTest, IsEmptyAtFirst) {
  TaskRing ring;
  EXPECT_TRUE(ring.Latest(10).empty());
}

TEST(TaskRingTest, GivesTheNewestInOrder) {
  TaskRing ring;
  for (uint64_t i = 1; i <= 5; ++i) ring.Add(Record(i));
  std::vector<TaskRecord> latest = ring.Latest(3);
  ASSERT_EQ(latest.size(), 3u);
  EXPECT_EQ(latest[0].number, 3u);
  EXPECT_EQ(latest[2].number, 5u);
}

TEST(TaskRingTest, ForgetsTheOldest) {
  TaskRing ring;
  const uint64_t total = TaskRing::kCapacity * 3 + 7;
  for (uint64_t i = 1; i <= total; ++i) ring.Add(Record(i));
  std::vector<TaskRecord> latest = ring.Latest(total);
  ASSERT_EQ(latest.size(), TaskRing::kCapacity);
  EXPECT_EQ(latest.front().number, total - TaskRing::kCapacity + 1);
  EXPECT_EQ(latest.back().number, total);
  EXPECT_EQ(ring.count(), total);
}

TEST(TaskRingTest, FindsWhatCameAfter) {
  TaskRing ring;
  for (uint64_t i = 1; i <= 5; ++i) ring.Add(Record(i));
  EXPECT_EQ(ring.From(3).number, 4u);
  const uint64_t total = TaskRing::kCapacity + 50;
  for (uint64_t i = 6; i <= total; ++i) ring.Add(Record(i));
  EXPECT_EQ(ring.From(3).number, 51u);  // the oldest that is kept
  EXPECT_EQ(ring.From(total - 1).number, total);
}

}  // namespace
}  // namespace rondo
