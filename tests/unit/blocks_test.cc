#include "runtime/js/blocks.h"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "runtime/js/bytes.h"

namespace rondo::blocks {
namespace {

TEST(Blocks, EverySizeHasRoomAndZeroesWhereAsked) {
  for (size_t size : {0ul, 1ul, 4095ul, 32767ul, 32768ul, 32769ul, 40961ul, 65536ul, 65537ul,
                      131073ul, 1048575ul, 16777216ul, 16777217ul}) {
    for (int round = 0; round < 3; ++round) {
      auto* block = static_cast<uint8_t*>(Allocate(size));
      ASSERT_NE(block, nullptr);
      std::memset(block, 0xab, size);
      Free(block, size);
      auto* zeroed = static_cast<uint8_t*>(AllocateZeroed(size));
      ASSERT_NE(zeroed, nullptr);
      for (size_t i = 0; i < size; ++i) ASSERT_EQ(zeroed[i], 0) << size << " at " << i;
      std::memset(zeroed, 0xcd, size);
      Free(zeroed, size);
    }
  }
}

TEST(Blocks, KeepsNoMoreThanItsBoundAndGivesBackWhatIsNotNeeded) {
  std::vector<void*> blocks(200);
  for (void*& block : blocks) block = Allocate(1u << 20);
  for (void* block : blocks) Free(block, 1u << 20);
  EXPECT_LE(Cached(), kMaxCached);
  Decay();
  Decay();
  EXPECT_EQ(Cached(), 0u);
}

TEST(Blocks, AnAbsurdSizeIsRefused) {
  EXPECT_EQ(Allocate(SIZE_MAX), nullptr);
  EXPECT_EQ(AllocateZeroed(SIZE_MAX - 4096), nullptr);
}

TEST(Bytes, ShrinkKeepsTheContentAndGivesMemoryBack) {
  Bytes bytes(1u << 20);
  std::memset(bytes.data(), 'x', bytes.size());
  bytes.Shrink(1000);
  EXPECT_EQ(bytes.text(), std::string(1000, 'x'));
  EXPECT_EQ(bytes.capacity(), 1000u);
}

}  // namespace
}  // namespace rondo::blocks
