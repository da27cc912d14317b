// readFile and writeFile as JavaScript calls them.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <deque>
#include <optional>

#include "bindings/fs/fs.h"
#include "runtime/js/buffer_pressure.h"
#include "runtime/js/encoding.h"

namespace rondo::fs {
namespace {

// Where a small file is read to that becomes a string.
struct Scratch {
  uint8_t text[kSmallFile];
};

// (callback, memory) => void: calls back with a Buffer on all of an ArrayBuffer. Compiled
// JavaScript makes a Buffer in half the time that it takes from here.
struct BufferDelivery {
  v8::Global<v8::Function> function;
};

// Memory that small Buffers of readFileSync share, as those of Buffer.allocUnsafe do. JavaScript
// keeps it, see lib/internal/fs/read_file.ts.
constexpr size_t kPoolSize = 8192;

v8::Local<v8::Value> BufferOn(Js& js, v8::Local<v8::ArrayBuffer> memory, size_t size) {
  v8::Local<v8::Uint8Array> array = v8::Uint8Array::New(memory, 0, size);
  v8::Local<v8::Value> prototype = js.BufferPrototype();
  if (!prototype.IsEmpty()) array->SetPrototypeV2(js.context(), prototype).Check();
  return array;
}

// The first `size` bytes of a regular file. How many were read, fewer at the end only, or a
// negative error.
ssize_t ReadUpTo(int fd, uint8_t* into, size_t size) {
  size_t got = 0;
  while (got < size) {
    ssize_t n = Retry([&] { return ::pread(fd, into + got, size - got, static_cast<off_t>(got)); });
    if (n < 0) return n;
    if (n == 0) break;
    got += static_cast<size_t>(n);
  }
  return static_cast<ssize_t>(got);
}

// How many files are open for readFile calls that wait for their turn; further ones are opened when
// it comes.
struct WaitingFiles {
  int count = 0;
};
constexpr int kMaxWaitingFiles = 256;

// Large files on the pool, from when they begin until they are delivered: no more at a time than
// kMaxLargeBytes of them, or one, so that contents do not pile up before the loop. The rest waits.
class FileRequest;
struct LargeFiles {
  size_t bytes = 0;
  std::deque<FileRequest*> waiting;
};
constexpr size_t kMaxLargeBytes = 16u << 20;

// readFile of a path. The file is opened at once. When the page cache may hold it, the request is
// posted, and read when its turn comes: the loop holds the content of one such file, however many
// calls wait. Everything else goes through the pool, in steps.
class FileRequest : public Request<uv_work_t> {
 public:
  FileRequest(Loop& loop, v8::Local<v8::Function> callback, FileReader reader)
      : Request(loop, TaskKind::kFs, "FSReqCallback", callback), reader_(std::move(reader)) {}

  // `cached`: it may be read without the pool.
  void Start(bool cached) {
    WaitingFiles& waiting = loop().State<WaitingFiles>();
    if (!cached || (waiting.count < kMaxWaitingFiles && !Open())) return Queue();
    if (opened_) ++waiting.count;
    ready_ns_.store(Loop::NowNs(), std::memory_order_relaxed);
    loop().PostCompletion(this);
  }
  uint64_t ReadySinceNs() const override { return ready_ns_.load(std::memory_order_acquire); }

  void Deliver() override {
    if (opened_) --loop().State<WaitingFiles>().count;
    if (reader_.aborted()) {
      Settle(Result<FileData>(Aborted()));
    } else if ((!opened_ && !Open()) || !(reader_.text() ? SettleText() : SettleBytes())) {
      return Queue();
    }
    delete this;
  }

 private:
  // False when it has to go through the pool.
  bool Open() {
    opened_ = true;
    file_ = loop().State<CachedReader>().Open(loop(), reader_.path());
    return file_.size > 0;
  }
  // False when it was not in the page cache.
  bool SettleBytes() {
    Bytes bytes(file_.size);
    if (!bytes.data() || !loop().State<CachedReader>().Read(file_, bytes.data())) return false;
    Close();
    InTask([&](v8::Local<v8::Function> callback, Js& js) {
      v8::Isolate* isolate = js.isolate();
      v8::Local<v8::Value> argv[] = {callback,
                                     v8::ArrayBuffer::New(isolate, std::move(bytes).IntoStore())};
      (void)loop().Call(js.Undefined(), loop().State<BufferDelivery>().function.Get(isolate), 2,
                        argv);
    });
    return true;
  }
  bool SettleText() {
    uint8_t* scratch = loop().State<Scratch>().text;
    if (!loop().State<CachedReader>().Read(file_, scratch)) return false;
    Close();
    InTask([&](v8::Local<v8::Function> callback, Js& js) {
      v8::Local<v8::String> text;
      if (!Decode(js, scratch, file_.size, Encoding::kUtf8).ToLocal(&text)) return;
      v8::Local<v8::Value> argv[] = {js.Null(), text};
      (void)loop().Call(js.Undefined(), callback, 2, argv);
    });
    return true;
  }

  void Close() {
    file_.fd = ScopedFd();
    file_.kept.reset();
  }

  void Queue() {
    file_.kept.reset();  // its position is everybody's: the pool opens the path again
    ready_ns_.store(0, std::memory_order_relaxed);
    large_ = file_.large;
    LargeFiles& files = loop().State<LargeFiles>();
    if (large_ == 0 || files.bytes == 0 || files.bytes + large_ <= kMaxLargeBytes) {
      files.bytes += large_;
      return Hop();
    }
    WaitingFiles& waiting = loop().State<WaitingFiles>();
    if (waiting.count < kMaxWaitingFiles) {
      ++waiting.count;
    } else {
      file_.fd = ScopedFd();  // opened again when its turn comes
    }
    files.waiting.push_back(this);
  }
  void Hop() {
    if (file_.fd.get() >= 0) reader_.Adopt(file_.fd.Release(), true);
    hop_.Queue();
    uv_queue_work(
        loop().uv(), uv(), [](uv_work_t* uv) { From<FileRequest>(uv)->Work(); },
        [](uv_work_t* uv, int) { From<FileRequest>(uv)->After(); });
  }
  void Work() {
    hop_.Begin(FileReader::kName);
    if (reader_.Step()) outcome_.emplace(reader_.Finish());
    const uint64_t now_ns = Loop::NowNs();
    hop_.End(now_ns);
    if (outcome_) ready_ns_.store(now_ns, std::memory_order_release);
  }
  void After() {
    hop_.Return(loop());
    if (!outcome_) return Hop();
    if (large_ > 0) NextLarge();
    RelievePressure(loop().isolate());  // many may be delivered in a row
    Settle(std::move(*outcome_));
    delete this;
  }

  // Makes room: called when this file's content is about to be handed over.
  void NextLarge() {
    LargeFiles& files = loop().State<LargeFiles>();
    files.bytes -= large_;
    while (!files.waiting.empty()) {
      FileRequest* next = files.waiting.front();
      if (files.bytes > 0 && files.bytes + next->large_ > kMaxLargeBytes) break;
      files.waiting.pop_front();
      if (next->file_.fd.get() >= 0) --loop().State<WaitingFiles>().count;
      files.bytes += next->large_;
      next->Hop();
    }
  }

  FileReader reader_;
  PoolHop hop_;
  size_t large_ = 0;
  CachedReader::File file_;
  bool opened_ = false;  // or tried to
  std::optional<Result<FileData>> outcome_;
  std::atomic<uint64_t> ready_ns_{0};
};

Result<v8::Local<v8::Value>> Converted(Js& js, Result<FileData> result) {
  if (!result.ok()) return result.error();
  return Convert<FileData>::To(js, std::move(result.value()));
}

}  // namespace

void ReadFile(Loop& loop, Path path, int32_t flags, bool text, AbortFlag abort,
              v8::Local<v8::Function> callback) {
  auto* request =
      new FileRequest(loop, callback, FileReader(std::move(path), flags, text, std::move(abort)));
  request->Start(flags == O_RDONLY && loop.State<CachedReader>().usable());
}

void AttachBufferDelivery(Loop& loop, v8::Local<v8::Function> deliver) {
  loop.State<BufferDelivery>().function.Reset(loop.isolate(), deliver);
}

// A file of kPoolSize / 2 bytes at most is read into `pool`, from `at` on, and the result is the
// number of its bytes; where it does not fit, the result is a Buffer at the start of a new pool.
static Result<v8::Local<v8::Value>> ReadPooled(Js& js, int fd, size_t size,
                                               v8::Local<v8::Value> pool, uint32_t at) {
  v8::Local<v8::ArrayBuffer> memory;
  bool fits = pool->IsArrayBuffer() && at + size <= pool.As<v8::ArrayBuffer>()->ByteLength();
  if (fits) {
    memory = pool.As<v8::ArrayBuffer>();
  } else if (at = 0; !v8::ArrayBuffer::MaybeNew(js.isolate(), kPoolSize,
                                                v8::BackingStoreInitializationMode::kUninitialized)
                          .ToLocal(&memory)) {
    return UvError(UV_ENOMEM, "read");
  }
  ssize_t got = ReadUpTo(fd, static_cast<uint8_t*>(memory->Data()) + at, size);
  if (got < 0) return UvError(static_cast<int>(got), "read");
  if (fits) return js.Int(static_cast<int32_t>(got)).As<v8::Value>();
  return BufferOn(js, memory, static_cast<size_t>(got));
}

Result<v8::Local<v8::Value>> ReadFileSync(Loop& loop, Js& js, Path path, int32_t flags, bool text,
                                          v8::Local<v8::Value> pool, uint32_t at) {
  // What is cached is opened as readFile opens it, or is open still.
  CachedReader::File file;
  CachedReader& cached = loop.State<CachedReader>();
  if (flags == O_RDONLY && cached.usable()) file = cached.Open(loop, path);
  const bool nonblocking = file.descriptor() >= 0;
  if (!nonblocking) {
    file.fd = ScopedFd(OpenFile(path.c_str(), flags, 0666));
    if (file.fd.get() < 0) return UvError(file.fd.Release(), "open", path.text);
    struct stat stat;
    if (::fstat(file.fd.get(), &stat) == 0 && S_ISREG(stat.st_mode) && stat.st_size > 0 &&
        stat.st_size <= static_cast<off_t>(kSmallFile)) {
      file.size = static_cast<size_t>(stat.st_size);
    }
  }
  const int fd = file.descriptor();
  const size_t size = file.size;
  if (size > 0 && text) {
    uint8_t* scratch = loop.State<Scratch>().text;
    ssize_t got = ReadUpTo(fd, scratch, size);
    if (got < 0) return UvError(static_cast<int>(got), "read");
    v8::Local<v8::String> decoded;
    if (!Decode(js, scratch, static_cast<size_t>(got), Encoding::kUtf8).ToLocal(&decoded))
      return Error::Pending();
    return decoded.As<v8::Value>();
  }
  if (size > 0 && size <= kPoolSize / 2) return ReadPooled(js, fd, size, pool, at);
  RelievePressure(js.isolate());
  if (size > 0) {
    Bytes bytes(size);
    if (!bytes.data()) return UvError(UV_ENOMEM, "read");
    ssize_t got = ReadUpTo(fd, bytes.data(), size);
    if (got < 0) return UvError(static_cast<int>(got), "read");
    bytes.Shrink(static_cast<size_t>(got));
    return Convert<Bytes>::To(js, std::move(bytes));
  }
  FileReader reader(std::move(path), flags, text, {});
  reader.Adopt(file.fd.Release(), nonblocking);
  return Converted(js, RunSteps(std::move(reader)));
}

void ReadFileFd(Loop& loop, int32_t fd, bool text, AbortFlag abort,
                v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback, FileReader(fd, text, std::move(abort)));
}

Result<FileData> ReadFileFdSync(int32_t fd, bool text) {
  return RunSteps(FileReader(fd, text, {}));
}

void WriteFile(Loop& loop, Path path, int32_t flags, int32_t mode, Payload data, bool flush,
               AbortFlag abort, v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback,
             FileWriter(std::move(path), flags, mode, std::move(data), flush, std::move(abort)));
}

void WriteFileFd(Loop& loop, int32_t fd, Payload data, bool flush, AbortFlag abort,
                 v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback, FileWriter(fd, std::move(data), flush, std::move(abort)));
}

Result<void> WriteFileSync(Path path, int32_t flags, int32_t mode, Payload data, bool flush) {
  return RunSteps(FileWriter(std::move(path), flags, mode, std::move(data), flush, {}));
}

Result<void> WriteFileFdSync(int32_t fd, Payload data, bool flush) {
  return RunSteps(FileWriter(fd, std::move(data), flush, {}));
}

}  // namespace rondo::fs
