#include "runtime/engine/cache_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <new>
#include <system_error>

namespace rondo {
namespace {

constexpr uint64_t kMagic = 0x3143'4343'4f44'4e52;  // changes with the layout of the header

// How a file begins, in the machine's byte order; the payload follows and ends the file. Every
// byte is compared with what it must be.
struct Header {
  uint64_t magic = kMagic;
  CacheStamp stamp;
  uint64_t payload_size = 0;
  uint64_t payload_checksum = 0;
};
static_assert(sizeof(Header) == 6 * sizeof(uint64_t));

// A temporary file that is older was left behind by a process that was killed, in seconds.
constexpr time_t kAbandoned = 60;

class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const { return fd_; }

  bool ReadAll(void* data, size_t size) const {
    auto* to = static_cast<uint8_t*>(data);
    while (size > 0) {
      ssize_t n = read(fd_, to, size);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return false;
      to += n;
      size -= n;
    }
    return true;
  }

  bool WriteAll(const void* data, size_t size) const {
    auto* from = static_cast<const uint8_t*>(data);
    while (size > 0) {
      ssize_t n = write(fd_, from, size);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return false;
      from += n;
      size -= n;
    }
    return true;
  }

 private:
  int fd_;
};

std::string Reason(int error) { return uv_strerror(-error); }

int OpenAt(int folder, const char* name, int flags, mode_t mode = 0) {
  int fd;
  do {
    fd = openat(folder, name, flags | O_CLOEXEC | O_NOFOLLOW, mode);
  } while (fd < 0 && errno == EINTR);
  return fd;
}

// Nobody but this user and root can have put something there.
bool IsOurs(const struct stat& stat) {
  return (stat.st_uid == geteuid() || stat.st_uid == 0) &&
         (stat.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

CacheRead Unusable(std::string reason) { return {{}, std::move(reason)}; }

}  // namespace

uint64_t Checksum(std::span<const uint8_t> bytes) {
  return uint64_t{crc32_z(0, bytes.data(), bytes.size())} << 32 |
         adler32_z(1, bytes.data(), bytes.size());
}

uint64_t Checksum(std::string_view text) {
  return Checksum({reinterpret_cast<const uint8_t*>(text.data()), text.size()});
}

CacheFolder::~CacheFolder() {
  if (fd_ >= 0) close(fd_);
}

std::string CacheFolder::Open(const std::string& parent, const std::string& name) {
  std::error_code error;
  std::filesystem::create_directories(parent, error);
  if (error) return Reason(error.value());
  File above(open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (above.fd() < 0) return Reason(errno);
  if (mkdirat(above.fd(), name.c_str(), S_IRWXU) < 0 && errno != EEXIST) return Reason(errno);
  int fd = OpenAt(above.fd(), name.c_str(), O_RDONLY | O_DIRECTORY);
  if (fd < 0) return Reason(errno);
  struct stat stat;
  if (fstat(fd, &stat) < 0 || !IsOurs(stat)) {
    close(fd);
    return "'" + name + "' in it belongs to another user or others may write to it;" +
           " remove it or choose another directory";
  }
  fd_ = fd;
  return "";
}

CacheRead CacheFolder::Read(const std::string& name, const CacheStamp& stamp) const {
  File file(OpenAt(fd_, name.c_str(), O_RDONLY | O_NONBLOCK));  // does not wait for a fifo
  if (file.fd() < 0) return Unusable(Reason(errno));
  struct stat stat;
  if (fstat(file.fd(), &stat) < 0) return Unusable(Reason(errno));
  if (!S_ISREG(stat.st_mode) || !IsOurs(stat)) return Unusable("not a file of this user's own");
  Header header;
  auto size = static_cast<uint64_t>(stat.st_size);
  if (size < sizeof header || size > sizeof header + kMaxPayload) return Unusable("wrong size");
  if (!file.ReadAll(&header, sizeof header)) return Unusable("cannot be read");
  if (header.magic != kMagic) return Unusable("wrong magic number");
  if (header.stamp.identity != stamp.identity) return Unusable("made by another version");
  if (header.stamp != stamp) return Unusable("the source has changed");
  if (header.payload_size != size - sizeof header || header.payload_size == 0)
    return Unusable("wrong size");
  CachePayload payload{std::unique_ptr<uint8_t[]>(new (std::nothrow) uint8_t[header.payload_size]),
                       static_cast<size_t>(header.payload_size)};
  if (!payload.data) return Unusable("out of memory");
  if (!file.ReadAll(payload.data.get(), payload.size)) return Unusable("cannot be read");
  if (Checksum({payload.data.get(), payload.size}) != header.payload_checksum)
    return Unusable("wrong checksum");
  return {std::move(payload), ""};
}

std::string CacheFolder::Write(const std::string& name, const CacheStamp& stamp,
                               std::span<const uint8_t> payload) const {
  if (payload.size() > kMaxPayload) return "too large";
  std::string temporary = name + ".tmp";
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL;
  int fd = OpenAt(fd_, temporary.c_str(), kFlags, S_IRUSR | S_IWUSR);
  if (fd < 0 && errno == EEXIST) {
    struct stat stat;
    time_t now = time(nullptr);
    if (fstatat(fd_, temporary.c_str(), &stat, AT_SYMLINK_NOFOLLOW) == 0 &&
        stat.st_mtime <= now + kAbandoned && stat.st_mtime >= now - kAbandoned) {
      return "another process is writing it";
    }
    unlinkat(fd_, temporary.c_str(), 0);
    fd = OpenAt(fd_, temporary.c_str(), kFlags, S_IRUSR | S_IWUSR);
  }
  if (fd < 0) return Reason(errno);
  File file(fd);
  Header header{kMagic, stamp, payload.size(), Checksum(payload)};
  if (file.WriteAll(&header, sizeof header) && file.WriteAll(payload.data(), payload.size()) &&
      renameat(fd_, temporary.c_str(), fd_, name.c_str()) == 0) {
    return "";
  }
  int error = errno;
  unlinkat(fd_, temporary.c_str(), 0);
  return Reason(error);
}

}  // namespace rondo
