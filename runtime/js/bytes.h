// Byte arguments and results: who owns the memory is in the type's name.
#ifndef RONDO_JS_BYTES_H_
#define RONDO_JS_BYTES_H_

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include "runtime/js/blocks.h"
#include "runtime/js/v8.h"

namespace rondo {

// A view of an ArrayBufferView's, ArrayBuffer's or SharedArrayBuffer's memory. Valid during the
// call only.
struct ByteView {
  uint8_t* data = nullptr;
  size_t size = 0;
  std::string_view text() const { return {reinterpret_cast<const char*>(data), size}; }
};

// The same memory kept alive by a reference: for work that outlives the call (the garbage collector
// may run).
struct PinnedBytes {
  std::shared_ptr<v8::BackingStore> store;
  uint8_t* data = nullptr;
  size_t size = 0;
  std::string_view text() const { return {reinterpret_cast<const char*>(data), size}; }
};

// Owned bytes, of runtime/js/blocks.h; as a result they become a Buffer without being copied.
class Bytes {
 public:
  Bytes() = default;
  // Uninitialised memory of `size` bytes; data() is null when there is not enough memory.
  explicit Bytes(size_t size)
      : data_(static_cast<uint8_t*>(blocks::Allocate(size))),
        size_(data_ ? size : 0),
        capacity_(size) {}
  static Bytes Copy(const void* data, size_t size) {
    Bytes bytes(size);
    if (bytes.size() > 0) std::memcpy(bytes.data(), data, size);
    return bytes;
  }
  Bytes(Bytes&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(other.capacity_) {}
  Bytes& operator=(Bytes&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~Bytes() { blocks::Free(data_, capacity_); }

  uint8_t* data() const { return data_; }
  size_t size() const { return size_; }
  // How many bytes of memory are held, which is more than size() after Shrink.
  size_t capacity() const { return capacity_; }
  std::string_view text() const { return {reinterpret_cast<const char*>(data_), size_}; }
  // Forgets the bytes after `size` (which must not grow); gives the memory back when much of it was
  // unused.
  void Shrink(size_t size) {
    if (size < capacity_ / 2) {
      Bytes smaller(size);
      if (smaller.data_) {
        std::memcpy(smaller.data_, data_, size);
        *this = std::move(smaller);
        return;
      }
    }
    size_ = size;
  }
  // The memory of an ArrayBuffer of size() bytes.
  std::unique_ptr<v8::BackingStore> IntoStore() && {
    size_t size = std::exchange(size_, 0);
    return v8::ArrayBuffer::NewBackingStore(
        std::exchange(data_, nullptr), size,
        [](void* data, size_t, void* capacity) {
          blocks::Free(data, reinterpret_cast<size_t>(capacity));
        },
        reinterpret_cast<void*>(capacity_));
  }

 private:
  uint8_t* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace rondo

#endif  // RONDO_JS_BYTES_H_
