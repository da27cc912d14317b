#include "runtime/engine/hash_seed.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace rondo {
namespace {

TEST(HashSeed, DrawsAnotherSeedEachTime) {
  std::set<uint64_t> seeds;
  for (int i = 0; i < 64; ++i) seeds.insert(DrawHashSeed());
  EXPECT_EQ(seeds.size(), 64u);
  EXPECT_GT(*seeds.begin(), 0u);
  EXPECT_LT(*seeds.rbegin(), uint64_t{1} << 63);  // more is out of the flag's bounds
}

TEST(HashSeed, TakesTheCheapestCandidate) {
  const std::array<uint64_t, 5> seeds{1, 2, 3, 4, 5};
  uint64_t cheapest = CheapestHashSeed(seeds);
  for (uint64_t seed : seeds) EXPECT_LE(HashSeedRounds(cheapest), HashSeedRounds(seed));
}

// Three primes of twelve rounds each are the least; the count of a limited search stops there.
TEST(HashSeed, CountsRounds) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    int rounds = HashSeedRounds(seed);
    EXPECT_GE(rounds, 36);
    EXPECT_LT(rounds, 1000);
    EXPECT_GE(HashSeedRounds(seed, 20), 20);
    EXPECT_LT(HashSeedRounds(seed, 20), 20 + 12);
  }
}

// Counted by arithmetic of unlimited size.
TEST(HashSeed, CountsAsExactArithmeticDoes) {
  EXPECT_EQ(HashSeedRounds(0u), 50);
  EXPECT_EQ(HashSeedRounds(1u), 91);
  EXPECT_EQ(HashSeedRounds(2u), 63);
  EXPECT_EQ(HashSeedRounds(3u), 66);
  EXPECT_EQ(HashSeedRounds(81985529216486895u), 61);
  EXPECT_EQ(HashSeedRounds(5435922866785493372u), 54);
}

}  // namespace
}  // namespace rondo
