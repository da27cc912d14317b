#include "runtime/observe/report/recorder_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace rondo {
namespace {

constexpr std::string_view kBeginning = "{\"type\":\"record\",\"version\":";

std::string ExpandPid(std::string path) {
  for (size_t at = 0; (at = path.find('%', at)) != std::string::npos;) {
    const char next = at + 1 < path.size() ? path[at + 1] : '\0';
    const std::string with = next == 'p' ? std::to_string(getpid()) : "%";
    path.replace(at, next == 'p' || next == '%' ? 2 : 1, with);
    at += with.size();
  }
  return path;
}

std::string SystemError(const std::string& path) { return path + ": " + std::strerror(errno); }

// Whether the open file may be appended to: it is empty, or a record of this version.
bool IsRecord(int fd, const std::string& path, std::string* error) {
  char start[64] = {};
  const ssize_t n = pread(fd, start, sizeof start - 1, 0);
  if (n < 0) {
    *error = SystemError(path);
    return false;
  }
  if (n == 0) return true;
  if (!std::string_view(start, static_cast<size_t>(n)).starts_with(kBeginning)) {
    *error = path + " is not a record; name another file, or remove it";
    return false;
  }
  const int version = std::atoi(start + kBeginning.size());
  if (version == RecorderFile::kVersion) return true;
  *error = path + " is a record of version " + std::to_string(version) +
           ", and this Rondo writes " + std::to_string(RecorderFile::kVersion) +
           "; name another file, or remove it";
  return false;
}

// The older half, which will be replaced, must not be somebody's own file.
bool MayReplace(const std::string& path, std::string* error) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0 && errno == ENOENT) return true;
  bool may = false;
  struct stat info;
  if (fd < 0 || fstat(fd, &info) != 0) {
    *error = SystemError(path);
  } else if (!S_ISREG(info.st_mode)) {
    *error = path + " is not a file, and would be replaced by the older half of the record";
  } else {
    may = IsRecord(fd, path, error);
  }
  if (fd >= 0) close(fd);
  return may;
}

}  // namespace

std::unique_ptr<RecorderFile> RecorderFile::Open(std::string path, uint64_t limit_bytes,
                                                 std::string* error) {
  std::unique_ptr<RecorderFile> file(new RecorderFile(ExpandPid(std::move(path)), limit_bytes / 2));
  if (!file->OpenFile(error) || !MayReplace(file->path_ + ".1", error)) return nullptr;
  return file;
}

RecorderFile::~RecorderFile() {
  if (fd_ >= 0) close(fd_);
}

bool RecorderFile::OpenFile(std::string* error) {
  fd_ = open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0666);
  struct stat info;
  if (fd_ < 0 || fstat(fd_, &info) != 0) {
    *error = SystemError(path_);
    return false;
  }
  if (!S_ISREG(info.st_mode)) {
    *error = path_ + " is not a file; a record needs one, as its older half is thrown away";
    return false;
  }
  if (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    *error = errno == EWOULDBLOCK
                 ? path_ +
                       " is being written by another process; with %p in its name, which "
                       "stands for the process id, each has its own"
                 : SystemError(path_);
    return false;
  }
  if (!IsRecord(fd_, path_, error)) return false;
  size_ = static_cast<uint64_t>(info.st_size);
  char last = '\n';
  torn_ = size_ > 0 && pread(fd_, &last, 1, info.st_size - 1) == 1 && last != '\n';
  return true;
}

bool RecorderFile::Begin(std::string header) {
  header_ = std::move(header);
  return Append(header_);
}

bool RecorderFile::Append(std::string_view line) {
  if (size_ > 0 && size_ + line.size() + 1 > half_ && !Rotate()) return false;
  return Write(line);
}

// Makes the file the older half and begins a new one. On failure the record goes on in the old one
// as soon as there is room, and it does not grow meanwhile.
bool RecorderFile::Rotate() {
  // Somebody may have taken the file away.
  if (rename(path_.c_str(), (path_ + ".1").c_str()) != 0 && errno != ENOENT) {
    errno_ = errno;
    return false;
  }
  close(fd_);
  fd_ = -1;
  size_ = 0;
  torn_ = false;
  std::string error;
  if (!OpenFile(&error)) {
    errno_ = errno;
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
    return false;
  }
  return Write(header_);
}

bool RecorderFile::Write(std::string_view line) {
  if (fd_ < 0) {
    std::string error;
    if (!OpenFile(&error)) {
      errno_ = errno;
      if (fd_ >= 0) close(fd_);
      fd_ = -1;
      return false;
    }
    if (size_ == 0 && line != header_ && !Write(header_)) return false;
  }
  std::string whole = torn_ ? "\n" : "";
  whole += line;
  std::string_view left = whole;
  while (!left.empty()) {
    const ssize_t n = write(fd_, left.data(), left.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      errno_ = n < 0 ? errno : ENOSPC;
      return false;
    }
    size_ += static_cast<uint64_t>(n);
    torn_ = left[static_cast<size_t>(n) - 1] != '\n';
    left.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

}  // namespace rondo
