// Operations on open descriptors.
#include <fcntl.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <utility>

#include "bindings/fs/fs.h"

namespace rondo::fs {
namespace {

Result<void> Done(int64_t err, const char* syscall) {
  if (err < 0) return UvError(static_cast<int>(err), syscall);
  return Ok{};
}

Result<double> Count(ssize_t n, const char* syscall) {
  if (n < 0) return UvError(static_cast<int>(n), syscall);
  return static_cast<double>(n);
}

std::vector<iovec> Parts(const std::vector<PinnedBytes>& buffers) {
  std::vector<iovec> parts;
  parts.reserve(buffers.size());
  for (const PinnedBytes& bytes : buffers) parts.push_back({bytes.data, bytes.size});
  return parts;
}

}  // namespace

Result<int32_t> Open(const Path& path, int32_t flags, int32_t mode) {
  int fd = OpenFile(path.c_str(), flags, mode);
  if (fd < 0) return UvError(fd, "open", path.text);
  return fd;
}

Result<void> Close(int32_t fd) {
  int err = ::close(fd) == 0 || errno == EINTR
                ? 0
                : -errno;  // after EINTR the descriptor is gone as well
  return Done(err, "close");
}

namespace {

// Calls `write` (what is done already -> like a system call) for `want` bytes. One that waits is
// ended by the question where it was made, with what it wrote so far: it goes on as if nobody had
// asked. Otherwise a short write is the caller's.
template <class F>
ssize_t WriteOn(size_t want, F&& write) {
  size_t done = 0;
  for (;;) {
    const ssize_t n = Retry([&] { return write(done); });
    if (n < 0) return done > 0 ? static_cast<ssize_t>(done) : n;
    done += static_cast<size_t>(n);
    if (done >= want || !blocked_call::AnswerIfAsked()) return static_cast<ssize_t>(done);
  }
}

// Takes `size` bytes off the front.
void Advance(std::vector<iovec>* parts, size_t size) {
  auto part = parts->begin();
  for (; part != parts->end() && size >= part->iov_len; ++part) size -= part->iov_len;
  parts->erase(parts->begin(), part);
  if (parts->empty()) return;
  parts->front().iov_base = static_cast<char*>(parts->front().iov_base) + size;
  parts->front().iov_len -= size;
}

Result<double> ReadAt(int fd, uint8_t* data, size_t size, double offset, double length,
                      int64_t position) {
  auto at = static_cast<size_t>(offset);
  if (at > size) return UvError(UV_EINVAL, "read");
  size_t want = std::min({static_cast<size_t>(length), size - at, kMaxTransfer});
  data += at;
  return Count(Retry([&] {
                 return position < 0 ? ::read(fd, data, want) : ::pread(fd, data, want, position);
               }),
               "read");
}

Result<double> WriteAt(int fd, const char* data, size_t size, double offset, double length,
                       int64_t position) {
  auto at = static_cast<size_t>(offset);
  if (at > size) return UvError(UV_EINVAL, "write");
  size_t want = size - at;
  if (length >= 0) want = std::min(want, static_cast<size_t>(length));
  want = std::min(want, kMaxTransfer);
  data += at;
  return Count(WriteOn(want,
                       [&](size_t done) {
                         return position < 0 ? ::write(fd, data + done, want - done)
                                             : ::pwrite(fd, data + done, want - done,
                                                        position + static_cast<int64_t>(done));
                       }),
               "write");
}

}  // namespace

Result<double> ReadSync(int32_t fd, ByteView into, double offset, double length, int64_t position) {
  return ReadAt(fd, into.data, into.size, offset, length, position);
}

Result<double> Write(int32_t fd, const Payload& from, double offset, double length,
                     int64_t position) {
  return WriteAt(fd, from.data(), from.size(), offset, length, position);
}
Result<double> WriteSync(int32_t fd, const PayloadView& from, double offset, double length,
                         int64_t position) {
  return WriteAt(fd, from.data(), from.size(), offset, length, position);
}

Result<double> Readv(int32_t fd, const std::vector<PinnedBytes>& into, int64_t position) {
  std::vector<iovec> parts = Parts(into);
  int count = static_cast<int>(std::min<size_t>(parts.size(), IOV_MAX));
  return Count(Retry([&] {
                 return position < 0 ? ::readv(fd, parts.data(), count)
                                     : ::preadv(fd, parts.data(), count, position);
               }),
               "read");
}

Result<double> Writev(int32_t fd, const std::vector<PinnedBytes>& from, int64_t position) {
  std::vector<iovec> parts = Parts(from);
  if (parts.size() > IOV_MAX) parts.resize(IOV_MAX);
  size_t want = 0, before = 0;
  for (const iovec& part : parts) want += part.iov_len;
  return Count(WriteOn(want,
                       [&](size_t done) {
                         Advance(&parts, done - std::exchange(before, done));
                         const int count = static_cast<int>(parts.size());
                         return position < 0 ? ::writev(fd, parts.data(), count)
                                             : ::pwritev(fd, parts.data(), count,
                                                         position + static_cast<int64_t>(done));
                       }),
               "write");
}

Result<void> Fsync(int32_t fd) {
  return Done(Retry([&] { return ::fsync(fd); }), "fsync");
}

Result<void> Fdatasync(int32_t fd) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_fdatasync(nullptr, r, fd, nullptr); }), "fdatasync");
}

Result<void> Ftruncate(int32_t fd, int64_t size) {
  return Done(Retry([&] { return ::ftruncate(fd, size); }), "ftruncate");
}

Result<void> Fchmod(int32_t fd, int32_t mode) {
  return Done(Retry([&] { return ::fchmod(fd, static_cast<mode_t>(mode)); }), "fchmod");
}

Result<void> Fchown(int32_t fd, uint32_t uid, uint32_t gid) {
  return Done(Retry([&] { return ::fchown(fd, uid, gid); }), "fchown");
}

Result<void> Futimes(int32_t fd, double atime, double mtime) {
  return Done(UvFs([&](uv_fs_t* r) { uv_fs_futime(nullptr, r, fd, atime, mtime, nullptr); }),
              "futime");
}

void Pause(double milliseconds) {
  timespec left;
  left.tv_sec = static_cast<time_t>(milliseconds / 1e3);
  left.tv_nsec = static_cast<long>((milliseconds - static_cast<double>(left.tv_sec) * 1e3) * 1e6);
  while (::nanosleep(&left, &left) != 0 && errno == EINTR) {
    blocked_call::AnswerIfAsked();
  }
}

}  // namespace rondo::fs
