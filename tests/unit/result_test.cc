#include "runtime/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace rondo {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0) return Error::Range("ERR_ODD", "odd: " + std::to_string(number));
  return number / 2;
}

Result<std::string> Twice(int number) {
  RONDO_TRY(Half(number));
  return std::to_string(number);
}

TEST(ResultTest, HoldsAValue) {
  Result<int> result = Half(4);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), 2);
}

TEST(ResultTest, HoldsAnError) {
  Result<int> result = Half(3);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, "ERR_ODD");
  EXPECT_EQ(result.error().message, "odd: 3");
  EXPECT_EQ(result.error().kind, Error::Kind::kRangeError);
}

TEST(ResultTest, TryReturnsTheErrorOfTheInnerCall) {
  EXPECT_TRUE(Twice(2).ok());
  EXPECT_EQ(Twice(5).error().code, "ERR_ODD");
}

TEST(ResultTest, CarriesWhatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  std::unique_ptr<int> taken = std::move(result.value());
  EXPECT_EQ(*taken, 7);
}

}  // namespace
}  // namespace rondo
