// How long garbage collection took within the task that is running, by type.
#ifndef RONDO_OBSERVE_TIMES_GC_CLOCK_H_
#define RONDO_OBSERVE_TIMES_GC_CLOCK_H_

#include <cstdint>

#include "runtime/loop/loop.h"

namespace rondo {

// Nanoseconds, by V8's types of collection.
struct GcTimes {
  uint64_t scavenge_ns = 0;  // of the young generation
  uint64_t full_ns = 0;      // mark, sweep, compact
  uint64_t other_ns = 0;     // incremental steps, weak callbacks
  uint32_t count = 0;

  uint64_t total_ns() const { return scavenge_ns + full_ns + other_ns; }
};

// On the isolate's thread.
class GcClock {
 public:
  explicit GcClock(Loop& loop);
  GcClock(const GcClock&) = delete;
  GcClock& operator=(const GcClock&) = delete;

  void Clear() {
    times_ = {};
    within_sync_ns_ = 0;
  }
  // Calls fn(data, type, nanoseconds) after every collection.
  void set_on_collection(void (*fn)(void*, v8::GCType, uint64_t), void* data) {
    on_collection_ = fn;
    on_collection_data_ = data;
  }
  const GcTimes& times() const { return times_; }
  // Of which during blocking calls.
  uint64_t within_sync_ns() const { return within_sync_ns_; }

 private:
  static void OnStart(v8::Isolate* isolate, v8::GCType type, v8::GCCallbackFlags flags, void* data);
  static void OnEnd(v8::Isolate* isolate, v8::GCType type, v8::GCCallbackFlags flags, void* data);

  Loop& loop_;
  GcTimes times_;
  uint64_t within_sync_ns_ = 0;
  uint64_t start_ns_ = 0;
  void (*on_collection_)(void*, v8::GCType, uint64_t) = nullptr;
  void* on_collection_data_ = nullptr;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_GC_CLOCK_H_
