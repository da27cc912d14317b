// What the thread pool does, and for how long requests waited for one of its threads.
//
// libuv's pool is one per process. Every request that goes through it holds a PoolHop, which knows
// when it was queued; every thread of the pool has a slot here that tells what it does since when.
// Costs two cheap clock readings and a few stores a hop; times are exact to a tick of the kernel,
// which is 1 to 10 ms.
#ifndef RONDO_LOOP_POOL_LOAD_H_
#define RONDO_LOOP_POOL_LOAD_H_

#include <cstdint>
#include <memory>
#include <vector>

namespace rondo {

class Loop;

// A piece of work on one thread of the pool. Times are CLOCK_MONOTONIC in nanoseconds.
struct PoolWork {
  const char* name;  // a literal: "readFile"
  uint64_t start_ns;
  uint64_t end_ns;  // 0: it was still running
};

// A request that waited for a thread for as long as a long task takes, or longer.
struct PoolWait {
  enum class Cause : uint8_t {
    kSlowWork,      // every thread was busy, and with something that took long
    kManyRequests,  // every thread was busy, with short work of which there was much
    kCpuWait        // a thread was free, but got no CPU
  };

  const char* name = nullptr;  // of the request that waited
  uint64_t queued_ns = 0;
  uint64_t start_ns = 0;
  uint32_t ahead = 0;    // requests in flight when it was queued
  uint32_t threads = 0;  // the pool's size
  Cause cause = Cause::kSlowWork;
  // What the threads did meanwhile: of each what ran last, and what still ran when this one began.
  std::vector<PoolWork> work;

  uint64_t waited_ns() const { return start_ns - queued_ns; }
};

// The pool as a whole. Any thread.
class PoolLoad {
 public:
  // Waits of that long are described from now on; 0 (at first): none are.
  static void Observe(uint64_t threshold_ns);
  // Requests that wait for a thread at this moment.
  static uint64_t Waiting();
  // Requests that a thread has begun so far.
  static uint64_t Started();
  // What runs now.
  static std::vector<PoolWork> Running();
  // Threads of the pool; 0 before the first request.
  static uint32_t Threads();
};

// One request's way through the pool, which may take several hops.
class PoolHop {
 public:
  // Loop's thread: right before uv_queue_work.
  void Queue();
  // Pool thread: before and after the work. `name` is a literal.
  void Begin(const char* name);
  void End(uint64_t now_ns);
  // Loop's thread: back. Tells the loop's observer about a long wait.
  void Return(Loop& loop) {
    CountReturn();
    if (wait_) [[unlikely]]
      Report(loop);
  }

 private:
  static void CountReturn();
  void Report(Loop& loop);

  uint64_t queued_ns_ = 0;
  uint32_t ahead_ = 0;
  std::unique_ptr<PoolWait> wait_;  // made by the pool's thread when the wait was long
};

}  // namespace rondo

#endif  // RONDO_LOOP_POOL_LOAD_H_
