#include "runtime/js/blocks.h"

#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <mutex>

namespace rondo::blocks {
namespace {

std::atomic<size_t> handed_out{0};
void CountOut(size_t size) {
  if (size >= kMinCached) handed_out.fetch_add(size, std::memory_order_relaxed);
}

}  // namespace

size_t HandedOut() { return handed_out.load(std::memory_order_relaxed); }
void ResetHandedOut() { handed_out.store(0, std::memory_order_relaxed); }

#if defined(__SANITIZE_ADDRESS__)

// The sanitizer finds misuse of what malloc gives only.
void* Allocate(size_t size) {
  CountOut(size);
  return std::malloc(size ? size : 1);
}
void* AllocateZeroed(size_t size) {
  CountOut(size);
  return std::calloc(size ? size : 1, 1);
}
void Free(void* block, size_t) { std::free(block); }
size_t Cached() { return 0; }
void Decay() {}

#else

namespace {

// Four classes for each doubling: a block is at most a quarter larger than what was asked for.
constexpr int kSteps = 4;
constexpr int kMinLog = std::bit_width(kMinCached) - 1;
constexpr int kClasses = (std::bit_width(kMaxBlock) - 1 - kMinLog) * kSteps + 1;

// The smallest class with room for `size`, which is within kMinCached and kMaxBlock.
int ClassOf(size_t size) {
  int log = std::bit_width(size - 1) - 1;
  if (log < kMinLog) return 0;
  size_t step = size_t{1} << (log - 2);
  size_t steps = (size - (size_t{1} << log) + step - 1) / step;
  return (log - kMinLog) * kSteps + static_cast<int>(steps);
}

size_t SizeOf(int index) {
  int log = kMinLog + index / kSteps;
  return (size_t{1} << log) + (size_t{1} << (log - 2)) * static_cast<size_t>(index % kSteps);
}

constexpr size_t kPage = 4096;
size_t Pages(size_t size) { return (size + kPage - 1) & ~(kPage - 1); }

void* Map(size_t size) {
  void* block = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return block == MAP_FAILED ? nullptr : block;
}

struct FreeBlock {
  FreeBlock* next;
};

struct Class {
  FreeBlock* first = nullptr;
  size_t count = 0;
  size_t least = 0;  // the smallest count of this period: these were not needed
};

// Never destroyed: its thread outlives main().
struct Cache {
  std::mutex mutex;
  std::condition_variable filled;
  Class classes[kClasses];
  size_t bytes = 0;
  bool has_thread = false;
};

Cache& TheCache() {
  static Cache& cache = *new Cache();
  return cache;
}

void* Take(int index) {
  Cache& cache = TheCache();
  std::lock_guard lock(cache.mutex);
  Class& c = cache.classes[index];
  FreeBlock* block = c.first;
  if (!block) return nullptr;
  c.first = block->next;
  c.least = std::min(c.least, --c.count);
  cache.bytes -= SizeOf(index);
  return block;
}

void* DecayForever(void*) {
  Cache& cache = TheCache();
  for (;;) {
    {
      std::unique_lock lock(cache.mutex);
      cache.filled.wait(lock, [&] { return cache.bytes > 0; });
    }
    timespec pause = {kDecayMs / 1000, kDecayMs % 1000 * 1000000L};
    ::nanosleep(&pause, nullptr);
    Decay();
  }
  return nullptr;
}

// Without a thread nothing is kept.
bool StartThread() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 128u << 10);
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);  // signals are the loop's thread's
  pthread_t thread;
  bool started = pthread_create(&thread, &attributes, &DecayForever, nullptr) == 0;
  if (started) pthread_setname_np(thread, "rondo-decay");
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  return started;
}

// False when it shall not be kept.
bool Keep(void* memory, int index) {
  Cache& cache = TheCache();
  size_t size = SizeOf(index);
  bool first;
  {
    std::lock_guard lock(cache.mutex);
    if (cache.bytes + size > kMaxCached) return false;
    if (!cache.has_thread && !(cache.has_thread = StartThread())) return false;
    Class& c = cache.classes[index];
    auto* block = static_cast<FreeBlock*>(memory);
    block->next = c.first;
    c.first = block;
    ++c.count;
    first = cache.bytes == 0;
    cache.bytes += size;
  }
  if (first) cache.filled.notify_one();
  return true;
}

void Unmap(void* memory, size_t size) {
  // Splitting a mapping can fail when there are too many: the pages go back all the same.
  if (::munmap(memory, size) != 0) ::madvise(memory, size, MADV_DONTNEED);
}

}  // namespace

void* Allocate(size_t size) {
  if (size < kMinCached) return std::malloc(size ? size : 1);
  CountOut(size);
  if (size > kMaxBlock) return size > PTRDIFF_MAX ? nullptr : Map(Pages(size));
  int index = ClassOf(size);
  void* block = Take(index);
  return block ? block : Map(SizeOf(index));
}

void* AllocateZeroed(size_t size) {
  if (size < kMinCached) return std::calloc(size ? size : 1, 1);
  if (size > kMaxBlock) return Allocate(size);
  CountOut(size);
  int index = ClassOf(size);
  void* block = Take(index);
  return block ? std::memset(block, 0, size) : Map(SizeOf(index));
}

void Free(void* block, size_t size) {
  if (!block) return;
  if (size < kMinCached) return std::free(block);
  if (size > kMaxBlock) return Unmap(block, Pages(size));
  int index = ClassOf(size);
  if (!Keep(block, index)) Unmap(block, SizeOf(index));
}

size_t Cached() {
  Cache& cache = TheCache();
  std::lock_guard lock(cache.mutex);
  return cache.bytes;
}

void Decay() {
  Cache& cache = TheCache();
  for (int index = 0; index < kClasses; ++index) {
    FreeBlock* unused = nullptr;
    {
      std::lock_guard lock(cache.mutex);
      Class& c = cache.classes[index];
      for (size_t n = c.least; n > 0; --n) {
        FreeBlock* block = c.first;
        c.first = block->next;
        block->next = unused;
        unused = block;
      }
      c.count -= c.least;
      cache.bytes -= c.least * SizeOf(index);
      c.least = c.count;
    }
    while (unused) {
      FreeBlock* next = unused->next;
      Unmap(unused, SizeOf(index));
      unused = next;
    }
  }
}

#endif

namespace {

class BlockAllocator final : public v8::ArrayBuffer::Allocator {
 public:
  void* Allocate(size_t size) override { return blocks::AllocateZeroed(size); }
  void* AllocateUninitialized(size_t size) override { return blocks::Allocate(size); }
  void Free(void* data, size_t size) override { blocks::Free(data, size); }
};

}  // namespace

std::unique_ptr<v8::ArrayBuffer::Allocator> NewAllocator() {
  return std::make_unique<BlockAllocator>();
}

}  // namespace rondo::blocks
