// Operations on what a path names.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

#include "bindings/fs/fs.h"

namespace rondo::fs {
namespace {

Result<void> Done(int64_t err, const char* syscall, const Path& path) {
  if (err < 0) return UvError(static_cast<int>(err), syscall, path.text);
  return Ok{};
}

Result<void> Done(int64_t err, const char* syscall, const Path& path, const Path& dest) {
  if (err < 0) return UvError(static_cast<int>(err), syscall, path.text, dest.text);
  return Ok{};
}

}  // namespace

Result<void> Mkdir(const Path& path, int32_t mode) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_mkdir(nullptr, r, path.c_str(), mode, nullptr); }),
              "mkdir", path);
}

Result<Name> Mkdtemp(const Path& prefix, bool as_buffer) {
  Path pattern{prefix.text + "XXXXXX"};
  uv_fs_t req;
  int64_t err =
      UvFs(&req, [&](uv_fs_t* r) { uv_fs_mkdtemp(nullptr, r, pattern.c_str(), nullptr); });
  Name name;
  if (err == 0) name = {req.path, as_buffer};
  uv_fs_req_cleanup(&req);
  if (err != 0) return UvError(static_cast<int>(err), "mkdtemp", pattern.text);
  return name;
}

Result<void> Rmdir(const Path& path) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_rmdir(nullptr, r, path.c_str(), nullptr); }), "rmdir",
              path);
}

Result<void> Unlink(const Path& path) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_unlink(nullptr, r, path.c_str(), nullptr); }), "unlink",
              path);
}

Result<void> Rename(const Path& from, const Path& to) {
  return Done(
      UvFs([&](uv_fs_t* r) { uv_fs_rename(nullptr, r, from.c_str(), to.c_str(), nullptr); }),
      "rename", from, to);
}

Result<void> CopyFile(const Path& from, const Path& to, int32_t flags) {
  return Done(UvFs([&](uv_fs_t* r) {
                uv_fs_copyfile(nullptr, r, from.c_str(), to.c_str(), flags, nullptr);
              }),
              "copyfile", from, to);
}

Result<void> Link(const Path& from, const Path& to) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_link(nullptr, r, from.c_str(), to.c_str(), nullptr); }),
              "link", from, to);
}

Result<void> Symlink(const Path& target, const Path& path) {
  return Done(UvFs([&](uv_fs_t* r) {
                uv_fs_symlink(nullptr, r, target.c_str(), path.c_str(), 0, nullptr);
              }),
              "symlink", target, path);
}

Result<Name> Readlink(const Path& path, bool as_buffer) {
  uv_fs_t req;
  int64_t err = UvFs(&req, [&](uv_fs_t* r) { uv_fs_readlink(nullptr, r, path.c_str(), nullptr); });
  Name name;
  if (err == 0) name = {static_cast<const char*>(req.ptr), as_buffer};
  uv_fs_req_cleanup(&req);
  if (err != 0) return UvError(static_cast<int>(err), "readlink", path.text);
  return name;
}

namespace {

// realpath(3) does not say which part of the path is at fault: the first that lstat does not find.
Error BlamePart(int err, const Path& path) {
  std::string full = path.text;
  if (full.empty() || full[0] != '/') {
    char cwd[4096];
    size_t size = sizeof cwd;
    if (uv_cwd(cwd, &size) == 0) full = std::string(cwd, size) + (full.empty() ? "" : "/" + full);
  }
  for (size_t end = full.find('/', 1);; end = full.find('/', end + 1)) {
    std::string part = full.substr(0, end);
    uv_fs_t req;
    int64_t found = UvFs(&req, [&](uv_fs_t* r) { uv_fs_lstat(nullptr, r, part.c_str(), nullptr); });
    uv_fs_req_cleanup(&req);
    if (found < 0) return UvError(static_cast<int>(found), "lstat", part);
    found = UvFs([&](uv_fs_t* r) { uv_fs_stat(nullptr, r, part.c_str(), nullptr); });
    if (found < 0) return UvError(static_cast<int>(found), "stat", part);
    if (end == std::string::npos) return UvError(err, "lstat", full);
  }
}

}  // namespace

Result<Name> Realpath(const Path& path, bool as_buffer, bool native) {
  uv_fs_t req;
  const char* text = path.text.empty() && !native ? "." : path.c_str();
  int64_t err = UvFs(&req, [&](uv_fs_t* r) { uv_fs_realpath(nullptr, r, text, nullptr); });
  Name name;
  if (err == 0) name = {static_cast<const char*>(req.ptr), as_buffer};
  uv_fs_req_cleanup(&req);
  if (err == 0) return name;
  if (native) return UvError(static_cast<int>(err), "realpath", path.text);
  return BlamePart(static_cast<int>(err), path);
}

Result<void> Truncate(const Path& path, int64_t size) {
  ScopedFd fd(OpenFile(path.c_str(), O_RDWR, 0));
  if (fd.get() < 0) return Done(fd.get(), "open", path);
  return Ftruncate(fd.get(), size);
}

Result<void> Chmod(const Path& path, int32_t mode) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_chmod(nullptr, r, path.c_str(), mode, nullptr); }),
              "chmod", path);
}

Result<void> Chown(const Path& path, uint32_t uid, uint32_t gid) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_chown(nullptr, r, path.c_str(), uid, gid, nullptr); }),
              "chown", path);
}

Result<void> Lchown(const Path& path, uint32_t uid, uint32_t gid) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_lchown(nullptr, r, path.c_str(), uid, gid, nullptr); }),
              "lchown", path);
}

Result<void> Utimes(const Path& path, double atime, double mtime) {
  return Done(
      UvFs([&](uv_fs_t* r) { uv_fs_utime(nullptr, r, path.c_str(), atime, mtime, nullptr); }),
      "utime", path);
}

Result<void> Lutimes(const Path& path, double atime, double mtime) {
  return Done(
      UvFs([&](uv_fs_t* r) { uv_fs_lutime(nullptr, r, path.c_str(), atime, mtime, nullptr); }),
      "lutime", path);
}

}  // namespace rondo::fs
