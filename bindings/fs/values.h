// The values that file system operations take and give, and their conversions.
#ifndef RONDO_BINDINGS_FS_VALUES_H_
#define RONDO_BINDINGS_FS_VALUES_H_

#include <dirent.h>
#include <uv.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/js/convert.h"
#include "runtime/loop/blocked_call.h"
#include "runtime/loop/uv_error.h"

namespace rondo::fs {

// What one job on a pool worker reads or writes before it lets others have the worker.
inline constexpr size_t kStepBytes = 4u << 20;
// The largest file that readFile gives (Node's limit), and the most that one read(2) or write(2) is
// asked for.
inline constexpr int64_t kMaxFile = 0x7fffffff;
inline constexpr size_t kMaxTransfer = 0x7ffff000;

// Files up to this size are read on the loop's thread when that cannot block.
inline constexpr size_t kSmallFile = 64u << 10;

// A path as the system takes it. lib/ has refused null bytes.
struct Path {
  std::string text;
  const char* c_str() const { return text.c_str(); }
};

// Bytes to write: a string's UTF-8, or a view.
template <class View>
struct BasicPayload {
  std::string text;
  View bytes;
  bool is_text = false;
  const char* data() const {
    return is_text ? text.data() : reinterpret_cast<const char*>(bytes.data);
  }
  size_t size() const { return is_text ? text.size() : bytes.size; }
};

using Payload = BasicPayload<PinnedBytes>;   // stays alive
using PayloadView = BasicPayload<ByteView>;  // for the time of the call

// A name that the system gave: becomes a string (UTF-8), or a Buffer of its exact bytes.
struct Name {
  std::string text;
  bool as_buffer = false;
};

// stat's numbers. They reach JavaScript through two shared arrays (see StatArrays), which the
// receiver reads at once.
struct StatData {
  uv_stat_t stat;
  bool found = true;  // false: nothing there, and the caller asked for no error
};

// A file's content: bytes, or text that was decoded off the loop.
struct FileData {
  enum class Form : uint8_t { kBytes, kOneByte, kTwoByte };
  Bytes bytes;
  Form form = Form::kBytes;
};

// Directory entries: names, and for each its UV_DIRENT_ type when asked for. Recursive listings
// give names relative to the directory that was asked for.
struct Listing {
  std::vector<std::string> names;
  std::vector<int32_t> types;
  bool as_buffer = false;
  bool with_types = false;
};

// An open directory: becomes a DirHandle.
struct DirStream {
  std::shared_ptr<DIR> directory;
};

// Shared memory that a running operation looks at between its steps: the first word turns non-zero
// when it shall stop.
struct AbortFlag {
  PinnedBytes word;
  bool raised() const {
    return word.data &&
           __atomic_load_n(reinterpret_cast<const int32_t*>(word.data), __ATOMIC_RELAXED) != 0;
  }
};
// code "ABORT_ERR": lib/ makes an AbortError of it.
Error Aborted();

// Calls `call` (like a system call: -1 and errno) again as long as a signal interrupts it. Returns
// its value or -errno.
template <class F>
auto Retry(F&& call) -> decltype(call()) {
  for (;;) {
    const auto result = call();
    if (result != -1) return result;
    if (errno != EINTR) return -errno;
    blocked_call::AnswerIfAsked();
  }
}

// A uv_fs_ call without a callback: `call(req)` starts it. Returns its result (negative: an error).
template <class F>
int64_t UvFs(uv_fs_t* req, F&& call) {
  call(req);
  return static_cast<int64_t>(req->result);
}
template <class F>
int64_t UvFs(F&& call) {
  uv_fs_t req;
  int64_t result = UvFs(&req, call);
  uv_fs_req_cleanup(&req);
  return result;
}

// A descriptor that is closed at the end of its scope.
class ScopedFd {
 public:
  explicit ScopedFd(int fd = -1) : fd_(fd) {}
  ScopedFd(ScopedFd&& other) noexcept : fd_(other.Release()) {}
  ScopedFd& operator=(ScopedFd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~ScopedFd();
  int get() const { return fd_; }
  int Release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

// -errno or a descriptor, close-on-exec.
int OpenFile(const char* path, int flags, int mode);

// Text of UTF-8 bytes for V8: invalid sequences become U+FFFD. Fails when V8 cannot hold a string
// that long.
Result<FileData> DecodeUtf8(Bytes bytes);
// The same for bytes that are known to be ASCII.
Result<FileData> AsciiText(Bytes bytes);

// The arrays that stat results are written to, handed over by lib/ at every start.
struct StatArrays {
  std::shared_ptr<v8::BackingStore> numbers_store;
  std::shared_ptr<v8::BackingStore> bigints_store;
  double* numbers = nullptr;   // Float64Array: see WriteStat for the order
  int64_t* bigints = nullptr;  // BigInt64Array of the same order
};
inline constexpr size_t kStatFields = 18;
void WriteStat(StatArrays& arrays, const uv_stat_t& stat);

}  // namespace rondo::fs

namespace rondo {

template <>
struct Convert<fs::Path> {
  static constexpr const char* kExpected = "a string or a Uint8Array";
  static constexpr const char* kTs = "string | Uint8Array";
  static bool From(Js& js, v8::Local<v8::Value> value, fs::Path* out);
};

template <class View>
struct Convert<fs::BasicPayload<View>> {
  static constexpr const char* kExpected = "a string, Buffer, typed array or DataView";
  static constexpr const char* kTs = "string | ArrayBufferView";
  static bool From(Js& js, v8::Local<v8::Value> value, fs::BasicPayload<View>* out);
};

template <>
struct Convert<fs::AbortFlag> {
  static constexpr const char* kExpected = "an Int32Array";
  static constexpr const char* kTs = "Int32Array | null | undefined";
  static bool From(Js& js, v8::Local<v8::Value> value, fs::AbortFlag* out);
};

template <>
struct Convert<fs::Name> {
  static constexpr const char* kTs = "any";
  static v8::Local<v8::Value> To(Js& js, fs::Name value);
};

// true when something was found; the numbers are in the shared arrays.
template <>
struct Convert<fs::StatData> {
  static constexpr const char* kTs = "boolean";
  static v8::Local<v8::Value> To(Js& js, const fs::StatData& value);
};

template <>
struct Convert<fs::FileData> {
  static constexpr const char* kTs = "any";
  static v8::Local<v8::Value> To(Js& js, fs::FileData value);
};

// An array of names; with types, [names, types].
template <>
struct Convert<fs::Listing> {
  static constexpr const char* kTs = "any[]";
  static v8::Local<v8::Value> To(Js& js, fs::Listing value);
};

template <>
struct Convert<fs::DirStream> {
  static constexpr const char* kTs = "any";
  static v8::Local<v8::Value> To(Js& js, fs::DirStream value);
};

}  // namespace rondo

#endif  // RONDO_BINDINGS_FS_VALUES_H_
