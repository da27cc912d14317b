// Chunks of input on their way to JavaScript.
#include <cstring>

#include "runtime/loop/stream.h"

namespace rondo {
namespace {

constexpr size_t kPoolSize = 32 * 1024;
constexpr size_t kPooledLimit = 4 * 1024;

struct ChunkPool {
  v8::Global<v8::ArrayBuffer> buffer;
  uint8_t* data = nullptr;
  size_t used = kPoolSize;
};

v8::Local<v8::ArrayBuffer> NewBuffer(v8::Isolate* isolate, size_t size) {
  return v8::ArrayBuffer::New(
      isolate, v8::ArrayBuffer::NewBackingStore(
                   isolate, size, v8::BackingStoreInitializationMode::kUninitialized));
}

}  // namespace

v8::Local<v8::ArrayBuffer> CopyChunk(Loop& loop, const char* data, size_t size, uint32_t* offset) {
  v8::Isolate* isolate = loop.isolate();
  if (size > kPooledLimit) {
    v8::Local<v8::ArrayBuffer> own = NewBuffer(isolate, size);
    std::memcpy(own->Data(), data, size);
    *offset = 0;
    return own;
  }
  ChunkPool& pool = loop.State<ChunkPool>();
  if (!pool.data || pool.used + size > kPoolSize) {
    v8::Local<v8::ArrayBuffer> fresh = NewBuffer(isolate, kPoolSize);
    pool.buffer.Reset(isolate, fresh);
    pool.data = static_cast<uint8_t*>(fresh->Data());
    pool.used = 0;
  }
  std::memcpy(pool.data + pool.used, data, size);
  *offset = static_cast<uint32_t>(pool.used);
  pool.used += (size + 7) & ~size_t{7};
  return pool.buffer.Get(isolate);
}

}  // namespace rondo
