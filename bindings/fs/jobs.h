// File system work that takes more than one step, so that none of it hogs a worker of the thread
// pool.
#ifndef RONDO_BINDINGS_FS_JOBS_H_
#define RONDO_BINDINGS_FS_JOBS_H_

#include <atomic>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "bindings/fs/kept_files.h"
#include "bindings/fs/values.h"
#include "runtime/js/wrapped.h"
#include "runtime/loop/pool_load.h"
#include "runtime/loop/request.h"

namespace rondo::fs {

// Reads a whole file in steps of kStepBytes, so that one file does not hog a worker: Step() until
// it returns true, then Finish() once. Between steps it may move to another thread.
class FileReader {
 public:
  static constexpr const char* kName = "readFile";
  FileReader() = default;
  // `fd` is read from where it stands and is left open.
  FileReader(int fd, bool text, AbortFlag abort) : abort_(std::move(abort)), fd_(fd), text_(text) {}
  FileReader(Path path, int flags, bool text, AbortFlag abort)
      : path_(std::move(path)), abort_(std::move(abort)), flags_(flags), text_(text) {}
  // Goes on with a descriptor that was opened on `path`, with O_NONBLOCK or without, and closes it.
  void Adopt(int fd, bool nonblocking);

  const Path& path() const { return path_; }
  bool text() const { return text_; }
  bool aborted() const { return abort_.raised(); }

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
  bool nonblocking_ = false;
  bool known_size_ = false;
  bool failed_ = false;
  bool ascii_ = true;  // what was read so far, for text
  size_t got_ = 0;
  Bytes bytes_;
  Error error_;
};

// The same for writing a whole file.
class FileWriter {
 public:
  static constexpr const char* kName = "writeFile";
  // `fd` is written to where it stands and is left open.
  FileWriter(int fd, Payload data, bool flush, AbortFlag abort)
      : data_(std::move(data)), abort_(std::move(abort)), fd_(fd), flush_(flush) {}
  FileWriter(Path path, int flags, int mode, Payload data, bool flush, AbortFlag abort)
      : path_(std::move(path)),
        data_(std::move(data)),
        abort_(std::move(abort)),
        flags_(flags),
        mode_(mode),
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

// One directory entry; `type` is a UV_DIRENT_ number.
struct Entry {
  std::string name;
  int32_t type;
};
// Reads a directory, sorted by name. 0 or -errno.
int ListDirectory(const std::string& path, std::vector<Entry>* out);
int32_t EntryType(const dirent& entry, int directory);

// readdir, in steps.
class Lister {
 public:
  static constexpr const char* kName = "readdir";
  Lister(Path root, bool as_buffer, bool with_types, bool recursive);
  bool Step();
  Result<Listing> Finish();

 private:
  Path root_;
  Listing listing_;
  std::deque<std::string> waiting_;  // directories to read, relative to root_
  bool recursive_;
  bool failed_ = false;
  Error error_;
};

// rm, in steps. A directory without `recursive` fails with EISDIR, syscall "rm".
class Remover {
 public:
  static constexpr const char* kName = "rm";
  Remover(Path root, bool recursive, bool force)
      : root_(std::move(root)), recursive_(recursive), force_(force) {}
  bool Step();
  Result<void> Finish();

 private:
  struct Directory {
    std::string path;
    bool emptied;  // of all but its own directories, which are on the stack above it
  };
  bool Start();
  bool Unlink(const std::string& path);
  bool Fail(int err, const char* syscall, const std::string& path);

  Path root_;
  std::vector<Directory> open_;
  bool recursive_;
  bool force_;
  bool started_ = false;
  bool failed_ = false;
  Error error_;
};

// An open directory behind its JavaScript object.
class DirHandle : public Wrapped {
 public:
  static constexpr const char* kClassName = "DirHandle";
  explicit DirHandle(DirStream stream) : stream_(std::move(stream)) {}
  Result<Listing> ReadSync(int32_t count, bool as_buffer);
  void Read(Loop& loop, int32_t count, bool as_buffer, v8::Local<v8::Function> callback);
  Result<void> CloseSync();
  void Close(Loop& loop, v8::Local<v8::Function> callback);

 private:
  DirStream stream_;
};

// Small files that the page cache holds are read without ever blocking. One a loop: it learns of
// file systems.
class CachedReader {
 public:
  // What is known of a file system: one that says whether a read would block, one that never
  // blocks, and others.
  enum class Kind : uint8_t { kUnknown, kNoWait, kMemory, kOther, kRemote };
  struct File {
    ScopedFd fd;  // opened with O_NONBLOCK; negative when that would have blocked, or failed
    std::shared_ptr<const KeptFile> kept;  // in place of `fd`: open for others too
    int descriptor() const { return kept ? kept->fd.get() : fd.get(); }
    size_t size = 0;   // 0: not to be read this way
    size_t large = 0;  // the size of a regular file that is too large to be read this way
    uint64_t device = 0;
    Kind kind = Kind::kUnknown;
  };
  // False when nothing can be read this way: the kernel lacks what it takes, or a remote file
  // system was seen.
  bool usable() const { return !off_; }
  File Open(const char* path) { return Open(path, nullptr); }
  // The same with the files that `loop` keeps open.
  File Open(Loop& loop, const Path& path);
  // True when all of it was there. Otherwise nothing was read from the descriptor's position.
  bool Read(const File& file, uint8_t* into);
  // Bytes at `position` (negative: the descriptor's own, which moves on) of any descriptor, as many
  // as can be had without waiting: all `size`, some, 0 at the end, or -1 for none. What failed is
  // not told from what would wait.
  ssize_t ReadSome(int fd, uint8_t* into, size_t size, int64_t position);

 private:
  // `stat`, when given, is filled in for a file with a size.
  File Open(const char* path, struct stat* stat);
  struct Device {
    uint64_t id = 0;
    Kind kind = Kind::kUnknown;
  };
  Kind KindOf(int fd, uint64_t device);
  // The device's file system cannot say whether a read would block.
  void Avoid(uint64_t device);

  bool off_ = false;
  Device devices_[8];
  unsigned next_ = 0;
};

// Runs a job of many steps on the pool, a hop each so that other work gets its turn, and settles
// with what it gives. Job: kName, bool Step() (true: finished), Result<T> Finish().
template <class Job>
class SteppedRequest : public Request<uv_work_t> {
 public:
  SteppedRequest(Loop& loop, v8::Local<v8::Function> callback, Job job)
      : Request(loop, TaskKind::kFs, "FSReqCallback", callback), job_(std::move(job)) {}
  void Queue() {
    hop_.Queue();
    uv_queue_work(
        loop().uv(), uv(), [](uv_work_t* uv) { From<SteppedRequest>(uv)->Work(); },
        [](uv_work_t* uv, int) { From<SteppedRequest>(uv)->After(); });
  }
  uint64_t ReadySinceNs() const override { return ready_ns_.load(std::memory_order_acquire); }

 private:
  void Work() {
    hop_.Begin(Job::kName);
    if (job_.Step()) outcome_.emplace(job_.Finish());
    const uint64_t now_ns = Loop::NowNs();
    hop_.End(now_ns);
    if (outcome_) ready_ns_.store(now_ns, std::memory_order_release);
  }
  void After() {
    hop_.Return(loop());
    if (!outcome_) return Queue();
    Settle(std::move(*outcome_));
    delete this;
  }

  Job job_;
  PoolHop hop_;
  std::optional<std::invoke_result_t<decltype(&Job::Finish), Job&>> outcome_;
  std::atomic<uint64_t> ready_ns_{0};
};

template <class Job>
void QueueSteps(Loop& loop, v8::Local<v8::Function> callback, Job job) {
  (new SteppedRequest<Job>(loop, callback, std::move(job)))->Queue();
}
template <class Job>
auto RunSteps(Job job) {
  while (!job.Step()) blocked_call::AnswerIfAsked();
  return job.Finish();
}

}  // namespace rondo::fs

#endif  // RONDO_BINDINGS_FS_JOBS_H_
