// Memory for bytes: ArrayBuffers, Buffers, external strings and what is read from files.
//
// Fresh memory is dear: the kernel clears every page of it at the first touch, which for 64 KiB
// takes longer than to read that much from the page cache. So large blocks that were freed are kept
// for a while with their pages. At most kMaxCached bytes are kept, and what was not needed for a
// period of kDecayMs goes back to the kernel, on a thread of its own: after a burst nothing is
// left.
#ifndef RONDO_JS_BLOCKS_H_
#define RONDO_JS_BLOCKS_H_

#include <cstddef>
#include <memory>

#include "runtime/js/v8.h"

namespace rondo::blocks {

inline constexpr size_t kMinCached = 32u << 10;  // bytes; smaller blocks are malloc's
inline constexpr size_t kMaxBlock = 16u << 20;   // bytes; larger ones are the kernel's at once
// Bytes in all. V8 begins a full collection once 64 MiB have come up, and then frees them at once,
// with what came up meanwhile: these are the next ones to be asked for.
inline constexpr size_t kMaxCached = 128u << 20;
inline constexpr int kDecayMs = 500;

// All of it may be called on any thread. A block is freed with the size that it was asked for with.

// Uninitialised memory of `size` bytes (one at least), aligned for any type; null when there is
// none.
void* Allocate(size_t size);
// The same, all zero.
void* AllocateZeroed(size_t size);
void Free(void* block, size_t size);

// How many bytes of kMinCached and more were allocated since ResetHandedOut.
size_t HandedOut();
void ResetHandedOut();

// How many bytes are kept at this moment.
size_t Cached();
// Gives back what was not needed since the last call, as the thread does every kDecayMs.
void Decay();

// V8's ArrayBuffers from this memory.
std::unique_ptr<v8::ArrayBuffer::Allocator> NewAllocator();

}  // namespace rondo::blocks

#endif  // RONDO_JS_BLOCKS_H_
