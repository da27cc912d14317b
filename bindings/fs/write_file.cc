// Whole files: FileWriter.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "bindings/fs/fs.h"

namespace rondo::fs {

bool FileWriter::Fail(Error error) {
  error_ = std::move(error);
  failed_ = true;
  return true;
}

bool FileWriter::Step() {
  if (abort_.raised()) return Fail(Aborted());
  if (fd_ < 0) {
    fd_ = OpenFile(path_.c_str(), flags_, mode_);
    if (fd_ < 0) return Fail(UvError(fd_, "open", path_.text));
    owned_ = ScopedFd(fd_);
  }
  size_t limit = std::min(data_.size(), written_ + kStepBytes);
  while (written_ < limit) {
    ssize_t n = Retry([&] { return ::write(fd_, data_.data() + written_, limit - written_); });
    if (n < 0) return Fail(UvError(static_cast<int>(n), "write"));
    written_ += static_cast<size_t>(n);
  }
  if (written_ < data_.size()) return false;
  if (flush_) {
    if (int err = Retry([&] { return ::fsync(fd_); }); err < 0) return Fail(UvError(err, "fsync"));
  }
  return true;
}

Result<void> FileWriter::Finish() {
  if (int fd = owned_.Release(); fd >= 0 && ::close(fd) != 0 && errno != EINTR && !failed_) {
    return UvError(-errno, "close");
  }
  if (failed_) return std::move(error_);
  return Ok{};
}

}  // namespace rondo::fs
