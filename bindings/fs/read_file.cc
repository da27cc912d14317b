// Whole files: FileReader.
#include <fcntl.h>
#include <poll.h>
#include <simdutf.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "bindings/fs/fs.h"

namespace rondo::fs {
namespace {

// Where the size is not known (pipes, terminals, /proc): what is made room for at first.
constexpr size_t kFirstGuess = 64u << 10;

// Text is looked at in pieces that the processor's cache still holds.
constexpr size_t kTextChunk = 256u << 10;

Error TooLarge(int64_t size) {
  return Error::Range("ERR_FS_FILE_TOO_LARGE",
                      "File size (" + std::to_string(size) + ") is greater than 2 GiB");
}

// Makes a descriptor that was opened with O_NONBLOCK what open() would have given without: for a
// FIFO, that is to wait for a writer.
int MakeBlocking(int fd, bool is_fifo) {
  int flags = ::fcntl(fd, F_GETFL);
  if (flags < 0 || ::fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) < 0) return -errno;
  if (!is_fifo) return 0;
  pollfd wait{fd, POLLIN, 0};
  return Retry([&] { return ::poll(&wait, 1, -1); });
}

}  // namespace

void FileReader::Adopt(int fd, bool nonblocking) {
  owned_ = ScopedFd(fd);
  fd_ = fd;
  nonblocking_ = nonblocking;
}

bool FileReader::Fail(Error error) {
  error_ = std::move(error);
  failed_ = true;
  return true;
}

bool FileReader::Fail(int err, const char* syscall) { return Fail(UvError(err, syscall)); }

// False when it failed.
bool FileReader::Open() {
  opened_ = true;
  if (fd_ < 0) {
    fd_ = OpenFile(path_.c_str(), flags_, 0666);
    if (fd_ < 0) return !Fail(UvError(fd_, "open", path_.text));
    owned_ = ScopedFd(fd_);
  }
  struct stat stat;
  if (::fstat(fd_, &stat) != 0) return !Fail(-errno, "fstat");
  if (nonblocking_) {
    if (int err = MakeBlocking(fd_, S_ISFIFO(stat.st_mode)); err < 0)
      return !Fail(UvError(err, "open", path_.text));
  }
  known_size_ = S_ISREG(stat.st_mode) && stat.st_size > 0;
  if (known_size_ && stat.st_size > kMaxFile) return !Fail(TooLarge(stat.st_size));
  bytes_ = Bytes(known_size_ ? static_cast<size_t>(stat.st_size) : kFirstGuess);
  if (!bytes_.data()) return !Fail(UV_ENOMEM, "read");
  return true;
}

// One read(2). True when the end was reached, or it failed.
bool FileReader::ReadSome(size_t most) {
  if (got_ == bytes_.size()) {
    if (known_size_) return true;
    if (static_cast<int64_t>(got_) > kMaxFile) return Fail(TooLarge(static_cast<int64_t>(got_)));
    Bytes larger(got_ * 2);
    if (!larger.data()) return Fail(UV_ENOMEM, "read");
    std::memcpy(larger.data(), bytes_.data(), got_);
    bytes_ = std::move(larger);
  }
  size_t want = std::min(most, bytes_.size() - got_);
  if (text_) want = std::min(want, kTextChunk);
  uint8_t* into = bytes_.data() + got_;
  ssize_t n = Retry([&] { return ::read(fd_, into, want); });
  if (n < 0) return Fail(static_cast<int>(n), "read");
  auto count = static_cast<size_t>(n);
  ascii_ = ascii_ && text_ && simdutf::validate_ascii(reinterpret_cast<const char*>(into), count);
  got_ += count;
  return n == 0 || (known_size_ && got_ == bytes_.size());
}

bool FileReader::Step() {
  if (abort_.raised()) return Fail(Aborted());
  if (!opened_ && !Open()) return true;
  size_t limit = got_ + kStepBytes;
  while (got_ < limit) {
    if (ReadSome(limit - got_)) return true;
  }
  return known_size_ && got_ == bytes_.size();
}

Result<FileData> FileReader::Finish() {
  owned_ = ScopedFd();
  if (failed_) return std::move(error_);
  bytes_.Shrink(got_);
  if (text_ && ascii_) return AsciiText(std::move(bytes_));
  if (text_) return DecodeUtf8(std::move(bytes_));
  FileData data;
  data.bytes = std::move(bytes_);
  return data;
}

}  // namespace rondo::fs
