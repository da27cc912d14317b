// File system operations: each is written once as a blocking function of plain values, used by both
// the synchronous entry (SyncFn) and the asynchronous one (PoolFn, one hop). binding.cc joins them
// into binding:fs.
#ifndef RONDO_BINDINGS_FS_FS_H_
#define RONDO_BINDINGS_FS_FS_H_

#include <optional>
#include <string>
#include <vector>

#include "bindings/fs/jobs.h"
#include "bindings/fs/values.h"

namespace rondo::fs {

// constants.cc
void SetConstants(Js& js, v8::Local<v8::Object> target);

// whole_files.cc
void ReadFile(Loop& loop, Path path, int32_t flags, bool text, AbortFlag abort,
              v8::Local<v8::Function> callback);
void AttachBufferDelivery(Loop& loop, v8::Local<v8::Function> deliver);
void ReadFileFd(Loop& loop, int32_t fd, bool text, AbortFlag abort,
                v8::Local<v8::Function> callback);
Result<v8::Local<v8::Value>> ReadFileSync(Loop& loop, Js& js, Path path, int32_t flags, bool text,
                                          v8::Local<v8::Value> pool, uint32_t at);
Result<FileData> ReadFileFdSync(int32_t fd, bool text);
void WriteFile(Loop& loop, Path path, int32_t flags, int32_t mode, Payload data, bool flush,
               AbortFlag abort, v8::Local<v8::Function> callback);
void WriteFileFd(Loop& loop, int32_t fd, Payload data, bool flush, AbortFlag abort,
                 v8::Local<v8::Function> callback);
Result<void> WriteFileSync(Path path, int32_t flags, int32_t mode, Payload data, bool flush);
Result<void> WriteFileFdSync(int32_t fd, Payload data, bool flush);

// stat.cc; `missing` (a Missing) says when StatData::found is false in place of an error.
enum Missing : int32_t {
  kMissingFails = 0,
  kMissingIsFine = 1,        // ENOENT
  kMissingParentIsFine = 2,  // ENOENT, and ENOTDIR: what should be a directory above it is none
};
Result<StatData> Stat(const Path& path, int32_t missing);
Result<StatData> Lstat(const Path& path, int32_t missing);
Result<StatData> Fstat(int32_t fd);
void AttachStatArrays(Loop& loop, v8::Local<v8::Float64Array> numbers,
                      v8::Local<v8::Value> bigints);
Result<std::vector<double>> Statfs(const Path& path);
bool Exists(const Path& path);
Result<void> Access(const Path& path, int32_t mode);

// path_ops.cc
Result<void> Mkdir(const Path& path, int32_t mode);
Result<Name> Mkdtemp(const Path& prefix, bool as_buffer);
Result<void> Rmdir(const Path& path);
Result<void> Unlink(const Path& path);
Result<void> Rename(const Path& from, const Path& to);
Result<void> CopyFile(const Path& from, const Path& to, int32_t flags);
Result<void> Link(const Path& from, const Path& to);
Result<void> Symlink(const Path& target, const Path& path);
Result<Name> Readlink(const Path& path, bool as_buffer);
// Not `native`: errors name the part of the path that is at fault, as those of Node's fs.realpath.
Result<Name> Realpath(const Path& path, bool as_buffer, bool native);
Result<void> Truncate(const Path& path, int64_t size);
Result<void> Chmod(const Path& path, int32_t mode);
Result<void> Chown(const Path& path, uint32_t uid, uint32_t gid);
Result<void> Lchown(const Path& path, uint32_t uid, uint32_t gid);
Result<void> Utimes(const Path& path, double atime, double mtime);
Result<void> Lutimes(const Path& path, double atime, double mtime);

// fd_ops.cc; a negative position is the descriptor's own.
Result<int32_t> Open(const Path& path, int32_t flags, int32_t mode);
Result<void> Close(int32_t fd);
// The synchronous forms need no pin.
Result<double> ReadSync(int32_t fd, ByteView into, double offset, double length, int64_t position);
Result<double> WriteSync(int32_t fd, const PayloadView& from, double offset, double length,
                         int64_t position);
Result<double> Write(int32_t fd, const Payload& from, double offset, double length,
                     int64_t position);
// read_fd.cc
void Read(Loop& loop, int32_t fd, PinnedBytes into, double offset, double length, int64_t position,
          v8::Local<v8::Function> callback);
// fd_ops.cc
Result<double> Readv(int32_t fd, const std::vector<PinnedBytes>& into, int64_t position);
Result<double> Writev(int32_t fd, const std::vector<PinnedBytes>& from, int64_t position);
Result<void> Fsync(int32_t fd);
Result<void> Fdatasync(int32_t fd);
Result<void> Ftruncate(int32_t fd, int64_t size);
Result<void> Fchmod(int32_t fd, int32_t mode);
Result<void> Fchown(int32_t fd, uint32_t uid, uint32_t gid);
Result<void> Futimes(int32_t fd, double atime, double mtime);
void Pause(double milliseconds);

// tree.cc: mkdir -p, which gives the first directory that it made.
Result<std::optional<Name>> MakePath(const Path& path, int32_t mode);

// dir.cc
Result<DirStream> OpenDir(const Path& path);

// tree.cc; `recursive` makes it many steps.
void Readdir(Loop& loop, Path path, bool as_buffer, bool with_types, bool recursive,
             v8::Local<v8::Function> callback);
Result<Listing> ReaddirSync(Path path, bool as_buffer, bool with_types, bool recursive);
void Rm(Loop& loop, Path path, bool recursive, bool force, v8::Local<v8::Function> callback);
Result<void> RmSync(Path path, bool recursive, bool force);

}  // namespace rondo::fs

#endif  // RONDO_BINDINGS_FS_FS_H_
