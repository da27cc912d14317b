#include "runtime/loop/pool_load.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "runtime/loop/coarse_clock.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

constexpr uint32_t kMaxThreads = 1024;  // libuv's own limit
constexpr uint32_t kDefaultThreads = 4;

constexpr auto kRelaxed = std::memory_order_relaxed;

// Written by one thread of the pool, read by any.
struct alignas(64) Slot {
  std::atomic<const char*> name{nullptr};  // of what runs; null: nothing
  std::atomic<uint64_t> start_ns{0};
  std::atomic<const char*> last_name{nullptr};  // of what ran before
  std::atomic<uint64_t> last_start_ns{0};
  std::atomic<uint64_t> last_end_ns{0};
  std::atomic<uint64_t> begun{0};
};

Slot slots[kMaxThreads];  // untouched pages of it take no memory
std::atomic<uint32_t> slot_count{0};
thread_local Slot* own_slot = nullptr;

// Written by the loop's thread.
alignas(64) std::atomic<uint64_t> queued{0};
std::atomic<uint64_t> returned{0};
std::atomic<uint32_t> threads{0};
std::atomic<uint64_t> threshold_ns{0};

uint32_t Slots() { return std::min(slot_count.load(std::memory_order_acquire), kMaxThreads); }

Slot& OwnSlot() {
  if (!own_slot) own_slot = &slots[std::min(slot_count.fetch_add(1), kMaxThreads - 1)];
  return *own_slot;
}

// As libuv reads it when the pool starts, which it does at the first request.
uint32_t ConfiguredThreads() {
  const char* text = std::getenv("UV_THREADPOOL_SIZE");
  if (!text) return kDefaultThreads;
  const int wanted = std::atoi(text);
  if (wanted == 0) return 1;
  return std::min(static_cast<uint32_t>(wanted), kMaxThreads);
}

// What every thread did between the two times, seen by one that has just become free.
std::unique_ptr<PoolWait> Describe(const char* name, uint64_t queued_ns, uint64_t now_ns,
                                   uint32_t ahead) {
  auto wait = std::make_unique<PoolWait>();
  wait->name = name;
  wait->queued_ns = queued_ns;
  wait->start_ns = now_ns;
  wait->ahead = ahead;
  const uint32_t known = Slots();
  wait->threads = std::max(threads.load(kRelaxed), known);
  const uint64_t long_ns = threshold_ns.load(kRelaxed) / 2;
  const uint64_t middle_ns = queued_ns + (now_ns - queued_ns) / 2;
  bool slow = false;
  uint32_t idle = wait->threads - known;  // those never got anything to do
  for (uint32_t i = 0; i < known; ++i) {
    const Slot& slot = slots[i];
    const char* running = slot.name.load(std::memory_order_acquire);
    const uint64_t start_ns = slot.start_ns.load(kRelaxed);
    const char* last = slot.last_name.load(kRelaxed);
    const uint64_t last_start_ns = slot.last_start_ns.load(kRelaxed);
    const uint64_t last_end_ns = slot.last_end_ns.load(kRelaxed);
    if (last && last_end_ns > queued_ns) {
      wait->work.push_back({last, last_start_ns, last_end_ns});
      slow |= last_end_ns - last_start_ns >= long_ns;
    }
    if (running && start_ns < now_ns) {
      wait->work.push_back({running, start_ns, 0});
      slow |= now_ns - start_ns >= long_ns;
    } else if (!running && last_end_ns < middle_ns) {
      ++idle;
    }
  }
  wait->cause = idle > 0 ? PoolWait::Cause::kCpuWait
                : slow   ? PoolWait::Cause::kSlowWork
                         : PoolWait::Cause::kManyRequests;
  return wait;
}

}  // namespace

void PoolLoad::Observe(uint64_t threshold) { threshold_ns.store(threshold, kRelaxed); }

uint64_t PoolLoad::Started() {
  uint64_t sum = 0;
  for (uint32_t i = 0; i < Slots(); ++i) sum += slots[i].begun.load(kRelaxed);
  return sum;
}

uint64_t PoolLoad::Waiting() {
  const uint64_t started = Started();  // before what was queued: never more than that
  const uint64_t all = queued.load(kRelaxed);
  return all > started ? all - started : 0;
}

std::vector<PoolWork> PoolLoad::Running() {
  std::vector<PoolWork> work;
  for (uint32_t i = 0; i < Slots(); ++i) {
    const char* name = slots[i].name.load(std::memory_order_acquire);
    if (name) work.push_back({name, slots[i].start_ns.load(kRelaxed), 0});
  }
  return work;
}

uint32_t PoolLoad::Threads() { return threads.load(kRelaxed); }

void PoolHop::Queue() {
  if (threads.load(kRelaxed) == 0) [[unlikely]]
    threads.store(ConfiguredThreads(), kRelaxed);
  ahead_ = static_cast<uint32_t>(queued.fetch_add(1, kRelaxed) - returned.load(kRelaxed));
  queued_ns_ = CoarseNs();
}

void PoolHop::Begin(const char* name) {
  Slot& slot = OwnSlot();
  const uint64_t now_ns = CoarseNs();
  const uint64_t threshold = threshold_ns.load(kRelaxed);
  if (threshold > 0 && now_ns - queued_ns_ >= threshold) [[unlikely]]
    wait_ = Describe(name, queued_ns_, now_ns, ahead_);
  slot.begun.store(slot.begun.load(kRelaxed) + 1, kRelaxed);
  slot.start_ns.store(now_ns, kRelaxed);
  slot.name.store(name, std::memory_order_release);
}

void PoolHop::End(uint64_t now_ns) {
  Slot& slot = OwnSlot();
  slot.last_name.store(slot.name.load(kRelaxed), kRelaxed);
  slot.last_start_ns.store(slot.start_ns.load(kRelaxed), kRelaxed);
  slot.last_end_ns.store(now_ns, kRelaxed);
  slot.name.store(nullptr, std::memory_order_release);
}

void PoolHop::CountReturn() { returned.fetch_add(1, kRelaxed); }

void PoolHop::Report(Loop& loop) {
  std::unique_ptr<PoolWait> wait = std::move(wait_);
  if (loop.observer()) loop.observer()->OnPoolWait(*wait);
}

}  // namespace rondo
