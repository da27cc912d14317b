// A random hash seed whose price is known before V8 pays it.
//
// At every start V8 derives from its 64-bit hash seed the three secret numbers of its hash function
// (rapidhash): it draws candidates until it has primes, and the primality tests take 2 to 9 ms of a
// start, depending on the seed. Rondo draws several random seeds, counts the tests that each would
// take, in a hundredth of the time that V8's own take, and gives V8 the cheapest. Taking one of
// 12 leaves the seed at least 58 random bits. Should V8 change its derivation, the
// choice is as good as a random one.
#ifndef RONDO_ENGINE_HASH_SEED_H_
#define RONDO_ENGINE_HASH_SEED_H_

#include <cstdint>
#include <span>

namespace rondo {

// Rounds of primality tests (strong probable prime tests to one base) that V8 runs for `seed`; it
// stops counting at `limit`.
int HashSeedRounds(uint64_t seed, int limit = 1 << 20);

// The candidate that takes the fewest rounds; the first of equals. `candidates` must not be empty.
uint64_t CheapestHashSeed(std::span<const uint64_t> candidates);

// The cheapest of 12 seeds from the kernel's random number generator, within what V8's flag
// --hash-seed takes: below 2^63, and not 0, which means "choose one".
uint64_t DrawHashSeed();

}  // namespace rondo

#endif  // RONDO_ENGINE_HASH_SEED_H_
