#include "runtime/js/buffer_pressure.h"

#include <time.h>

#include <algorithm>

namespace rondo {
namespace {

constexpr size_t kMostPressure = 3 * kBufferPressure;  // beyond, V8's own rule would act first
constexpr int64_t kLongNs = 2'000'000;
constexpr int64_t kShortNs = 1'000'000;

// This thread's processor time: a busy machine does not make a collection long.
int64_t ThreadNs() {
  timespec now;
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * int64_t{1'000'000'000} + now.tv_nsec;
}

struct Pressure {
  bool watching = false;
  size_t limit = kBufferPressure;
};
thread_local Pressure pressure;  // an isolate has one thread

void AfterCollection(v8::Isolate*, v8::GCType, v8::GCCallbackFlags) { blocks::ResetHandedOut(); }

constexpr char kAllow[] = "--expose-gc";
constexpr char kForbid[] = "--no-expose-gc";

}  // namespace

void CollectYoung(v8::Isolate* isolate) {
  if (!pressure.watching) {
    isolate->AddGCEpilogueCallback(&AfterCollection);
    pressure.watching = true;
  }
  if (blocks::HandedOut() < pressure.limit) return;
  int64_t begin = ThreadNs();
  // The request is honoured only while the flag stands; contexts made meanwhile would show gc().
  v8::V8::SetFlagsFromString(kAllow, sizeof kAllow - 1);
  isolate->RequestGarbageCollectionForTesting(v8::Isolate::kMinorGarbageCollection,
                                              v8::StackState::kMayContainHeapPointers);
  v8::V8::SetFlagsFromString(kForbid, sizeof kForbid - 1);
  blocks::ResetHandedOut();
  int64_t took = ThreadNs() - begin;
  if (took > kLongNs) pressure.limit = std::min(pressure.limit * 2, kMostPressure);
  if (took < kShortNs) pressure.limit = std::max(pressure.limit / 2, kBufferPressure);
}

}  // namespace rondo
