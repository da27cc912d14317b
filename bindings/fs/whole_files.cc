// readFile and writeFile as JavaScript calls them.
#include <fcntl.h>

#include "bindings/fs/fs.h"

namespace rondo::fs {
namespace {

// The outcome of a read that needed no pool: delivered by the loop, in a task of its own, when a hop would have been.
class ReadyRead : public RequestBase {
 public:
  ReadyRead(Loop& loop, v8::Local<v8::Function> callback, Bytes bytes, bool text)
      : RequestBase(loop, TaskKind::kFs, "FSReqCallback", callback), bytes_(std::move(bytes)), text_(text) {}

  void Deliver() override {
    if (text_) {
      Settle(DecodeUtf8(std::move(bytes_)));
    } else {
      Settle(Result<Bytes>(std::move(bytes_)));
    }
    delete this;
  }

 private:
  Bytes bytes_;
  bool text_;
};

}  // namespace

void ReadFile(Loop& loop, Path path, int32_t flags, bool text, AbortFlag abort, v8::Local<v8::Function> callback) {
  CachedRead cached;
  if (flags == O_RDONLY) cached = loop.State<CachedReader>().Read(path.c_str());
  if (cached.done) {
    loop.PostCompletion(new ReadyRead(loop, callback, std::move(cached.bytes), text));
    return;
  }
  FileReader reader(std::move(path), flags, text, std::move(abort));
  if (cached.fd >= 0) reader.Adopt(cached.fd);
  QueueSteps(loop, callback, std::move(reader));
}

void ReadFileFd(Loop& loop, int32_t fd, bool text, AbortFlag abort, v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback, FileReader(fd, text, std::move(abort)));
}

Result<FileData> ReadFileSync(Path path, int32_t flags, bool text) {
  return RunSteps(FileReader(std::move(path), flags, text, {}));
}

Result<FileData> ReadFileFdSync(int32_t fd, bool text) { return RunSteps(FileReader(fd, text, {})); }

void WriteFile(Loop& loop, Path path, int32_t flags, int32_t mode, Payload data, bool flush, AbortFlag abort,
               v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback, FileWriter(std::move(path), flags, mode, std::move(data), flush, std::move(abort)));
}

void WriteFileFd(Loop& loop, int32_t fd, Payload data, bool flush, AbortFlag abort, v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback, FileWriter(fd, std::move(data), flush, std::move(abort)));
}

Result<void> WriteFileSync(Path path, int32_t flags, int32_t mode, Payload data, bool flush) {
  return RunSteps(FileWriter(std::move(path), flags, mode, std::move(data), flush, {}));
}

Result<void> WriteFileFdSync(int32_t fd, Payload data, bool flush) {
  return RunSteps(FileWriter(fd, std::move(data), flush, {}));
}

}  // namespace rondo::fs
