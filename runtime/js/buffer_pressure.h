// Collects garbage Buffers early.
//
// V8 counts an ArrayBuffer's memory, but begins to collect only when 64 MiB of it have come up, and
// then marks the whole heap. A program that reads files or sockets makes its garbage in Buffers, of
// which the young generation's own collection, a fraction of a millisecond, frees nearly all. Run
// in time, it keeps the bytes that go round within the processor's caches.
#ifndef RONDO_JS_BUFFER_PRESSURE_H_
#define RONDO_JS_BUFFER_PRESSURE_H_

#include "runtime/js/blocks.h"
#include "runtime/js/v8.h"

namespace rondo {

// At least this many bytes of blocks::Allocate lie between two such collections; more where they
// have much to keep and take long.
inline constexpr size_t kBufferPressure = 16u << 20;

// Collects the young generation.
void CollectYoung(v8::Isolate* isolate);

// The same when many bytes were allocated since the last collection of any kind. On the isolate's
// thread, where V8 may move objects: between tasks, or in a function that JavaScript called.
inline void RelievePressure(v8::Isolate* isolate) {
  if (blocks::HandedOut() >= kBufferPressure) CollectYoung(isolate);
}

}  // namespace rondo

#endif  // RONDO_JS_BUFFER_PRESSURE_H_
