// File system operations: each is written once as a blocking function of plain values, used by both the synchronous
// entry (SyncFn) and the asynchronous one (PoolFn, one hop). Nothing here touches JavaScript except the Convert<> of the
// argument and result types at the end.
#ifndef RONDO_BINDINGS_FS_FS_H_
#define RONDO_BINDINGS_FS_FS_H_

#include <uv.h>

#include <cerrno>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/js/convert.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/request.h"
#include "runtime/loop/uv_error.h"

namespace rondo::fs {

// What one job on a pool worker reads or writes before it lets others have the worker.
inline constexpr size_t kStepBytes = 4u << 20;
// The largest file that readFile gives (Node's limit), and the most that one read(2) or write(2) is asked for.
inline constexpr int64_t kMaxFile = 0x7fffffff;
inline constexpr size_t kMaxTransfer = 0x7ffff000;

// A path as the system takes it. lib/ has refused null bytes.
struct Path {
  std::string text;
  const char* c_str() const { return text.c_str(); }
};

// Bytes to write: a string's UTF-8, or a view that stays alive.
struct Payload {
  std::string text;
  PinnedBytes bytes;
  bool is_text = false;
  const char* data() const { return is_text ? text.data() : reinterpret_cast<const char*>(bytes.data); }
  size_t size() const { return is_text ? text.size() : bytes.size; }
};

// A name that the system gave: becomes a string (UTF-8), or a Buffer of its exact bytes.
struct Name {
  std::string text;
  bool as_buffer = false;
};

// stat's numbers. They reach JavaScript through two shared arrays (see StatArrays), which the receiver reads at once.
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

// Directory entries: names, and for each its UV_DIRENT_ type when asked for. Recursive listings give names relative to
// the directory that was asked for.
struct Listing {
  std::vector<std::string> names;
  std::vector<int32_t> types;
  bool as_buffer = false;
  bool with_types = false;
};

// Shared memory that a running operation looks at between its steps: the first word turns non-zero when it shall stop.
struct AbortFlag {
  PinnedBytes word;
  bool raised() const {
    return word.data && __atomic_load_n(reinterpret_cast<const int32_t*>(word.data), __ATOMIC_RELAXED) != 0;
  }
};
// code "ABORT_ERR": lib/ makes an AbortError of it.
Error Aborted();

// Calls `call` (like a system call: -1 and errno) again as long as a signal interrupts it. Returns its value or -errno.
template <class F>
auto Retry(F&& call) -> decltype(call()) {
  decltype(call()) result;
  do {
    result = call();
  } while (result == -1 && errno == EINTR);
  return result == -1 ? -errno : result;
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

// Text of UTF-8 bytes for V8: invalid sequences become U+FFFD. Fails when V8 cannot hold a string that long.
Result<FileData> DecodeUtf8(Bytes bytes);

// Reads a whole file in steps of kStepBytes, so that one file does not hog a worker: Step() until it returns true, then
// Finish() once. Between steps it may move to another thread.
class FileReader {
 public:
  FileReader() = default;
  // `fd` is read from where it stands and is left open.
  FileReader(int fd, bool text, AbortFlag abort) : abort_(std::move(abort)), fd_(fd), text_(text) {}
  FileReader(Path path, int flags, bool text, AbortFlag abort)
      : path_(std::move(path)), abort_(std::move(abort)), flags_(flags), text_(text) {}
  // Goes on with a descriptor that was opened with O_NONBLOCK, and closes it.
  void Adopt(int nonblocking_fd);

  bool Step();
  Result<FileData> Finish();

 private:
  bool Open();
  bool Fail(int err, const char* syscall);
  bool Fail(Error error);
  bool ReadSome(size_t most);

  Path path_;
  AbortFlag abort_;
  ScopedFd owned_;
  int fd_ = -1;
  int flags_ = 0;
  bool text_ = false;
  bool opened_ = false;
  bool adopted_ = false;
  bool known_size_ = false;
  bool failed_ = false;
  size_t got_ = 0;
  Bytes bytes_;
  Error error_;
};

// The same for writing a whole file.
class FileWriter {
 public:
  // `fd` is written to where it stands and is left open.
  FileWriter(int fd, Payload data, bool flush, AbortFlag abort)
      : data_(std::move(data)), abort_(std::move(abort)), fd_(fd), flush_(flush) {}
  FileWriter(Path path, int flags, int mode, Payload data, bool flush, AbortFlag abort)
      : path_(std::move(path)), data_(std::move(data)), abort_(std::move(abort)), flags_(flags), mode_(mode),
        flush_(flush) {}

  bool Step();
  Result<void> Finish();

 private:
  bool Fail(Error error);

  Path path_;
  Payload data_;
  AbortFlag abort_;
  ScopedFd owned_;
  int fd_ = -1;
  int flags_ = 0;
  int mode_ = 0;
  bool flush_ = false;
  bool failed_ = false;
  size_t written_ = 0;
  Error error_;
};

// A small file that the page cache holds, read without ever blocking.
struct CachedRead {
  Bytes bytes;         // when `done`
  bool done = false;
  int fd = -1;         // otherwise: opened with O_NONBLOCK already, for FileReader::Adopt; -1 when not
};
// What was learnt of the file systems seen: one a loop.
class CachedReader {
 public:
  CachedRead Read(const char* path);

 private:
  enum class Kind : uint8_t { kUnknown, kNoWait, kMemory, kOther, kRemote };
  struct Device {
    uint64_t id = 0;
    Kind kind = Kind::kUnknown;
  };
  Kind KindOf(int fd, uint64_t device);
  // The device's file system cannot say whether a read would block.
  void Avoid(uint64_t device);

  bool off_ = false;  // the kernel lacks what it takes, or a remote file system was seen
  Device devices_[8];
  unsigned next_ = 0;
};

// Runs a job of many steps on the pool, a hop each so that other work gets its turn, and settles with what it gives.
// Job: bool Step() (true: finished), Result<T> Finish().
template <class Job>
class SteppedRequest : public Request<uv_work_t> {
 public:
  SteppedRequest(Loop& loop, v8::Local<v8::Function> callback, Job job)
      : Request(loop, TaskKind::kFs, "FSReqCallback", callback), job_(std::move(job)) {}
  void Queue() {
    uv_queue_work(
        loop().uv(), uv(), [](uv_work_t* uv) { From<SteppedRequest>(uv)->Work(); },
        [](uv_work_t* uv, int) { From<SteppedRequest>(uv)->After(); });
  }

 private:
  void Work() {
    if (job_.Step()) outcome_.emplace(job_.Finish());
  }
  void After() {
    if (!outcome_) return Queue();
    Settle(std::move(*outcome_));
    delete this;
  }

  Job job_;
  std::optional<std::invoke_result_t<decltype(&Job::Finish), Job&>> outcome_;
};

template <class Job>
void QueueSteps(Loop& loop, v8::Local<v8::Function> callback, Job job) {
  (new SteppedRequest<Job>(loop, callback, std::move(job)))->Queue();
}
template <class Job>
auto RunSteps(Job job) {
  while (!job.Step()) {
  }
  return job.Finish();
}

// The arrays that stat results are written to, handed over by lib/ at every start.
struct StatArrays {
  std::shared_ptr<v8::BackingStore> numbers_store;
  std::shared_ptr<v8::BackingStore> bigints_store;
  double* numbers = nullptr;   // Float64Array: see WriteStat for the order
  int64_t* bigints = nullptr;  // BigInt64Array of the same order
};
inline constexpr size_t kStatFields = 18;
void WriteStat(StatArrays& arrays, const uv_stat_t& stat);

// The tables of this folder's files, joined into binding:fs by binding.cc.
//
// constants.cc
void SetConstants(Js& js, v8::Local<v8::Object> target);

// whole_files.cc
void ReadFile(Loop& loop, Path path, int32_t flags, bool text, AbortFlag abort, v8::Local<v8::Function> callback);
void ReadFileFd(Loop& loop, int32_t fd, bool text, AbortFlag abort, v8::Local<v8::Function> callback);
Result<FileData> ReadFileSync(Path path, int32_t flags, bool text);
Result<FileData> ReadFileFdSync(int32_t fd, bool text);
void WriteFile(Loop& loop, Path path, int32_t flags, int32_t mode, Payload data, bool flush, AbortFlag abort,
               v8::Local<v8::Function> callback);
void WriteFileFd(Loop& loop, int32_t fd, Payload data, bool flush, AbortFlag abort, v8::Local<v8::Function> callback);
Result<void> WriteFileSync(Path path, int32_t flags, int32_t mode, Payload data, bool flush);
Result<void> WriteFileFdSync(int32_t fd, Payload data, bool flush);

// stat.cc; `missing_ok`: StatData::found is false instead of an error when nothing is there.
Result<StatData> Stat(const Path& path, bool missing_ok);
Result<StatData> Lstat(const Path& path, bool missing_ok);
Result<StatData> Fstat(int32_t fd);
void AttachStatArrays(Loop& loop, v8::Local<v8::Float64Array> numbers, v8::Local<v8::Value> bigints);
Result<std::vector<double>> Statfs(const Path& path);
bool Exists(const Path& path);
Result<void> Access(const Path& path, int32_t mode);

}  // namespace rondo::fs

namespace rondo {

template <>
struct Convert<fs::Path> {
  static constexpr const char* kExpected = "a string or a Uint8Array";
  static constexpr const char* kTs = "string | Uint8Array";
  static bool From(Js& js, v8::Local<v8::Value> value, fs::Path* out);
};

template <>
struct Convert<fs::Payload> {
  static constexpr const char* kExpected = "a string, Buffer, typed array or DataView";
  static constexpr const char* kTs = "string | ArrayBufferView";
  static bool From(Js& js, v8::Local<v8::Value> value, fs::Payload* out);
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

}  // namespace rondo

#endif  // RONDO_BINDINGS_FS_FS_H_
