// Byte arguments and results: who owns the memory is in the type's name.
#ifndef RONDO_JS_BYTES_H_
#define RONDO_JS_BYTES_H_

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

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

// Owned, malloc'ed bytes; as a result they become a Buffer without being copied.
class Bytes {
 public:
  Bytes() = default;
  // Uninitialised memory of `size` bytes; data() is null when there is not enough memory.
  explicit Bytes(size_t size)
      : data_(static_cast<uint8_t*>(std::malloc(size ? size : 1))), size_(data_ ? size : 0) {}
  static Bytes Copy(const void* data, size_t size) {
    Bytes bytes(size);
    if (bytes.size() > 0) std::memcpy(bytes.data(), data, size);
    return bytes;
  }
  Bytes(Bytes&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Bytes& operator=(Bytes&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Bytes() { std::free(data_); }

  uint8_t* data() const { return data_; }
  size_t size() const { return size_; }
  std::string_view text() const { return {reinterpret_cast<const char*>(data_), size_}; }
  // Forgets the bytes after `size` (which must not grow); gives the memory back when much of it was
  // unused.
  void Shrink(size_t size) {
    if (size < size_ / 2) {
      if (void* smaller = std::realloc(data_, size ? size : 1))
        data_ = static_cast<uint8_t*>(smaller);
    }
    size_ = size;
  }
  // Hands the malloc'ed memory over.
  uint8_t* Release() {
    size_ = 0;
    return std::exchange(data_, nullptr);
  }

 private:
  uint8_t* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace rondo

#endif  // RONDO_JS_BYTES_H_
