// readFile and writeFile as JavaScript calls them.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/fs/fs.h"
#include "runtime/js/encoding.h"

namespace rondo::fs {
namespace {

// Where a small file is read to on the loop's thread: what becomes a string goes through a buffer
// that is used again, what becomes a Buffer is in place at once.
struct Scratch {
  uint8_t text[kSmallFile];
  // Memory that small Buffers share, as those of Buffer.allocUnsafe do.
  v8::Global<v8::ArrayBuffer> pool;
  size_t used = 0;
};
constexpr size_t kPoolSize = 8192;

class SmallRead {
 public:
  // `pooled`: the Buffer may share its memory with others.
  SmallRead(Js& js, Scratch& scratch, size_t size, bool text, bool pooled) : js_(js), text_(text) {
    if (text) {
      data_ = scratch.text;
    } else if (pooled && size < kPoolSize / 2) {
      TakeFromPool(scratch, size);
    } else if (Allocate(size)) {
      data_ = static_cast<uint8_t*>(buffer_->Data());
    }
  }
  // Null when there is not enough memory.
  uint8_t* data() const { return data_; }
  // The first `size` bytes as a value.
  v8::MaybeLocal<v8::Value> Value(size_t size) {
    if (text_) {
      v8::Local<v8::String> text;
      if (!Decode(js_, data_, size, Encoding::kUtf8).ToLocal(&text)) return {};
      return text;
    }
    v8::Local<v8::Uint8Array> array = v8::Uint8Array::New(buffer_, offset_, size);
    v8::Local<v8::Value> prototype = js_.BufferPrototype();
    if (!prototype.IsEmpty()) array->SetPrototypeV2(js_.context(), prototype).Check();
    return array;
  }

 private:
  bool Allocate(size_t size) {
    return v8::ArrayBuffer::MaybeNew(js_.isolate(), size,
                                     v8::BackingStoreInitializationMode::kUninitialized)
        .ToLocal(&buffer_);
  }
  void TakeFromPool(Scratch& scratch, size_t size) {
    if (scratch.pool.IsEmpty() || scratch.used + size > kPoolSize) {
      if (!Allocate(kPoolSize)) return;
      scratch.pool.Reset(js_.isolate(), buffer_);
      scratch.used = 0;
    }
    buffer_ = scratch.pool.Get(js_.isolate());
    offset_ = scratch.used;
    scratch.used += (size + 7) & ~size_t{7};
    data_ = static_cast<uint8_t*>(buffer_->Data()) + offset_;
  }

  Js& js_;
  bool text_;
  uint8_t* data_ = nullptr;
  v8::Local<v8::ArrayBuffer> buffer_;
  size_t offset_ = 0;
};

// The outcome of a read that needed no pool: delivered by the loop, in a task of its own, when a
// hop would have been.
class ReadyRead : public RequestBase {
 public:
  ReadyRead(Loop& loop, v8::Local<v8::Function> callback, v8::Local<v8::Value> value)
      : RequestBase(loop, TaskKind::kFs, "FSReqCallback", callback),
        value_(loop.isolate(), value) {}

  uint64_t ReadySinceNs() const override { return ready_ns_; }
  void Deliver() override {
    v8::HandleScope handles(loop().isolate());
    Settle(Result<v8::Local<v8::Value>>(value_.Get(loop().isolate())));
    delete this;
  }

 private:
  v8::Global<v8::Value> value_;
  uint64_t ready_ns_ = Loop::NowNs();
};

// True when the page cache had all of it, and the callback will be called.
bool DeliverCached(Loop& loop, const CachedReader::File& file, bool text,
                   v8::Local<v8::Function> callback) {
  if (file.size == 0) return false;
  SmallRead read(loop.js(), loop.State<Scratch>(), file.size, text, false);
  v8::Local<v8::Value> value;
  if (!read.data() || !loop.State<CachedReader>().Read(file, read.data()) ||
      !read.Value(file.size).ToLocal(&value)) {
    return false;
  }
  loop.PostCompletion(new ReadyRead(loop, callback, value));
  return true;
}

Result<v8::Local<v8::Value>> Converted(Js& js, Result<FileData> result) {
  if (!result.ok()) return result.error();
  return Convert<FileData>::To(js, std::move(result.value()));
}

}  // namespace

void ReadFile(Loop& loop, Path path, int32_t flags, bool text, AbortFlag abort,
              v8::Local<v8::Function> callback) {
  CachedReader::File file;
  if (flags == O_RDONLY) file = loop.State<CachedReader>().Open(path.c_str());
  if (DeliverCached(loop, file, text, callback)) return;
  FileReader reader(std::move(path), flags, text, std::move(abort));
  if (file.fd.get() >= 0) reader.Adopt(file.fd.Release(), true);
  QueueSteps(loop, callback, std::move(reader));
}

Result<v8::Local<v8::Value>> ReadFileSync(Loop& loop, Js& js, Path path, int32_t flags, bool text) {
  int fd = OpenFile(path.c_str(), flags, 0666);
  if (fd < 0) return UvError(fd, "open", path.text);
  ScopedFd scoped(fd);
  struct stat stat;
  if (::fstat(fd, &stat) == 0 && S_ISREG(stat.st_mode) && stat.st_size > 0 &&
      stat.st_size <= static_cast<off_t>(kSmallFile)) {
    auto size = static_cast<size_t>(stat.st_size);
    SmallRead read(js, loop.State<Scratch>(), size, text, true);
    if (read.data()) {
      size_t got = 0;
      while (got < size) {
        ssize_t n = Retry([&] { return ::read(fd, read.data() + got, size - got); });
        if (n < 0) return UvError(static_cast<int>(n), "read");
        if (n == 0) break;
        got += static_cast<size_t>(n);
      }
      v8::Local<v8::Value> value;
      if (!read.Value(got).ToLocal(&value)) return Error::Pending();
      return value;
    }
  }
  FileReader reader(std::move(path), flags, text, {});
  reader.Adopt(scoped.Release(), false);
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
