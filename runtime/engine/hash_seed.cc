#include "runtime/engine/hash_seed.h"

#include <sys/random.h>

#include <array>
#include <bit>

#include "runtime/base/check.h"

namespace rondo {
namespace {

constexpr int kSecrets = 3;
constexpr int kBases = 12;  // a number is taken as prime after as many rounds
constexpr size_t kCandidates = 12;

using Wide = unsigned __int128;

// The bytes that have four of their eight bits set: candidates are made of them.
constexpr std::array<uint8_t, 70> kBalancedBytes = [] {
  std::array<uint8_t, 70> bytes{};
  size_t count = 0;
  for (unsigned byte = 0; byte < 256; ++byte) {
    if (std::popcount(byte) == 4) bytes[count++] = static_cast<uint8_t>(byte);
  }
  return bytes;
}();

// The generator that goes with rapidhash: a Weyl sequence, mixed by one wide multiplication.
constexpr uint64_t kStep = 0x2d358dccaa6c78a5;

uint64_t Next(uint64_t& state) {
  state += kStep;
  Wide product = Wide{state} * (state ^ 0x8bb84b93962eacc9);
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

uint64_t DrawByte(uint64_t& state) { return kBalancedBytes[Next(state) % kBalancedBytes.size()]; }

// The next odd number of eight such bytes, the lowest first; the rest of an even one is skipped.
uint64_t DrawOddNumber(uint64_t& state) {
  uint64_t number = DrawByte(state);
  for (; number % 2 == 0; number = DrawByte(state)) state += 7 * kStep;
  for (int shift = 8; shift < 64; shift += 8) number |= DrawByte(state) << shift;
  return number;
}

// Arithmetic modulo an odd number without division [Montgomery 1985]: numbers stand for themselves
// times 2^64.
class Montgomery {
 public:
  explicit Montgomery(uint64_t modulus) : modulus_(modulus), one_(-modulus % modulus) {
    uint64_t inverse = modulus;  // right in its 3 lowest bits; each step doubles them
    for (int bits = 3; bits < 64; bits *= 2) inverse *= 2 - modulus * inverse;
    inverse_ = inverse;
  }

  uint64_t one() const { return one_; }
  uint64_t minus_one() const { return modulus_ - one_; }
  uint64_t two() const { return one_ >= modulus_ - one_ ? one_ - (modulus_ - one_) : one_ + one_; }

  uint64_t Multiply(uint64_t a, uint64_t b) const {
    Wide product = Wide{a} * b;
    uint64_t quotient = static_cast<uint64_t>(product) * inverse_;
    uint64_t high = static_cast<uint64_t>(product >> 64);
    uint64_t low = static_cast<uint64_t>((Wide{quotient} * modulus_) >> 64);
    return high >= low ? high - low : high - low + modulus_;
  }

 private:
  uint64_t modulus_;
  uint64_t one_;
  uint64_t inverse_;
};

// Constants, since the compiler divides by these with a multiplication.
template <uint64_t... kPrimes>
bool HasFactor(uint64_t number) {
  return ((number % kPrimes == 0) || ...);
}

bool HasSmallFactor(uint64_t number) {
  return HasFactor<3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53>(number);
}

// Strong probable prime to base 2 [Miller-Rabin]: of the odd numbers that pass, as good as all are
// prime, which is enough for an estimate.
bool IsProbablePrime(uint64_t number) {
  if (HasSmallFactor(number)) return false;
  const Montgomery mod(number);
  int halvings = std::countr_zero(number - 1);
  uint64_t exponent = (number - 1) >> halvings;
  uint64_t power = mod.one();
  for (int bit = 63 - std::countl_zero(exponent); bit >= 0; --bit) {
    power = mod.Multiply(power, power);
    if ((exponent >> bit) & 1) power = mod.Multiply(power, mod.two());
  }
  if (power == mod.one() || power == mod.minus_one()) return true;
  while (--halvings > 0) {
    power = mod.Multiply(power, power);
    if (power == mod.minus_one()) return true;
  }
  return false;
}

bool DiffersInHalfOfItsBits(uint64_t number, std::span<const uint64_t> others) {
  for (uint64_t other : others) {
    if (std::popcount(number ^ other) != 32) return false;
  }
  return true;
}

}  // namespace

int HashSeedRounds(uint64_t seed, int limit) {
  int rounds = 0;
  std::array<uint64_t, kSecrets> secrets{};
  for (size_t found = 0; found < kSecrets && rounds < limit;) {
    uint64_t candidate = DrawOddNumber(seed);
    if (!DiffersInHalfOfItsBits(candidate, std::span(secrets).first(found))) continue;
    bool prime = IsProbablePrime(candidate);
    rounds += prime ? kBases : 1;
    if (prime) secrets[found++] = candidate;
  }
  return rounds;
}

uint64_t CheapestHashSeed(std::span<const uint64_t> candidates) {
  RONDO_CHECK(!candidates.empty());
  uint64_t best = candidates.front();
  int fewest = HashSeedRounds(best);
  for (uint64_t seed : candidates.subspan(1)) {
    int rounds = HashSeedRounds(seed, fewest);
    if (rounds >= fewest) continue;
    best = seed;
    fewest = rounds;
  }
  return best;
}

uint64_t DrawHashSeed() {
  std::array<uint64_t, kCandidates> seeds;
  RONDO_CHECK(getrandom(seeds.data(), sizeof seeds, 0) == sizeof seeds);
  for (uint64_t& seed : seeds) seed = (seed >> 1) | 1;
  return CheapestHashSeed(seeds);
}

}  // namespace rondo
