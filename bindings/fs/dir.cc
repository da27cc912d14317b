// opendir: a directory that is read piece by piece.
#include <dirent.h>

#include <memory>

#include "bindings/fs/fs.h"
#include "runtime/js/class.h"
#include "runtime/loop/pool_fn.h"

namespace rondo::fs {

// The stream is shared with a read that is under way; when nobody closed it, it goes with the last
// of them.
Result<DirStream> OpenDir(const Path& path) {
  DIR* directory = ::opendir(path.c_str());
  if (!directory) return UvError(-errno, "opendir", path.text);
  DirStream stream;
  stream.directory = std::shared_ptr<DIR>(directory, [](DIR* dir) { ::closedir(dir); });
  return stream;
}

Result<Listing> ReadDirStream(const DirStream& stream, int32_t count, bool as_buffer) {
  Listing listing;
  listing.as_buffer = as_buffer;
  listing.with_types = true;
  DIR* directory = stream.directory.get();
  if (!directory) return UvError(UV_EBADF, "scandir");
  while (listing.names.size() < static_cast<size_t>(count)) {
    errno = 0;
    const dirent* entry = ::readdir(directory);
    if (!entry) {
      if (errno != 0) return UvError(-errno, "scandir");
      break;
    }
    std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    listing.names.emplace_back(name);
    listing.types.push_back(EntryType(*entry, ::dirfd(directory)));
  }
  return listing;
}

Result<void> CloseDirStream(DirStream stream) {
  stream.directory.reset();
  return Ok{};
}

namespace {
template <class F>
void Queue(Loop& loop, v8::Local<v8::Function> callback, F work) {
  QueueWork(loop, TaskKind::kFs, "FSReqCallback", "dir", callback, std::move(work));
}
}  // namespace

Result<Listing> DirHandle::ReadSync(int32_t count, bool as_buffer) {
  return ReadDirStream(stream_, count, as_buffer);
}

void DirHandle::Read(Loop& loop, int32_t count, bool as_buffer, v8::Local<v8::Function> callback) {
  Queue(loop, callback,
        [stream = stream_, count, as_buffer] { return ReadDirStream(stream, count, as_buffer); });
}

Result<void> DirHandle::CloseSync() { return CloseDirStream(std::exchange(stream_, {})); }

void DirHandle::Close(Loop& loop, v8::Local<v8::Function> callback) {
  Queue(loop, callback, [stream = std::exchange(stream_, {})]() mutable {
    return CloseDirStream(std::move(stream));
  });
}

}  // namespace rondo::fs

namespace rondo {

v8::Local<v8::Value> Convert<fs::DirStream>::To(Js& js, fs::DirStream value) {
  return MakeObject(js, new fs::DirHandle(std::move(value)));
}

}  // namespace rondo
