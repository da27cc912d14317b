// Bytes of a file straight into a stream: what the page cache holds goes to the kernel's socket
// buffer through one buffer of the loop, and nothing is kept for a slow peer but a few KiB.
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "runtime/loop/stream.h"

namespace rondo {
namespace {

constexpr size_t kBufferSize = 256u << 10;  // bytes; within the second-level cache
constexpr size_t kUnit = 16u << 10;         // bytes: at most so much is kept for later
constexpr unsigned kUnits = kBufferSize / kUnit;

struct FileBuffer {
  std::unique_ptr<char[]> memory;
  char* Get() {
    if (!memory) memory.reset(new char[kBufferSize]);
    return memory.get();
  }
};

// Reads what is in memory; -1 when there is nothing without waiting, or another reader must tell
// what is wrong. 0 at the end.
ssize_t ReadCached(int fd, char* into, size_t size, off_t at) {
#if defined(__linux__) && defined(RWF_NOWAIT)
  struct iovec part = {into, size};
  return ::preadv2(fd, &part, 1, at, RWF_NOWAIT);
#else
  (void)fd, (void)into, (void)size, (void)at;
  return -1;
#endif
}

// Where reading begins; -1 for what has no position.
off_t Begin(int fd, int64_t position) {
  return position >= 0 ? static_cast<off_t>(position) : ::lseek(fd, 0, SEEK_CUR);
}

}  // namespace

bool Stream::HasFile(int fd, int64_t position) {
  char byte;
  off_t at = Begin(fd, position);
  return at >= 0 && ReadCached(fd, &byte, 1, at) == 1;
}

int64_t Stream::WriteFile(std::string_view head, int fd, int64_t position, size_t length,
                          bool chunked) {
  if (closing()) return UV_ECANCELED;
  if (queued() > 0) return 0;
  off_t at = Begin(fd, position);
  if (at < 0) return 0;
  char* data = loop().State<FileBuffer>().Get();
  ssize_t n = ReadCached(fd, data, std::min(length, kBufferSize), at);
  if (n <= 0) return 0;
  size_t size = static_cast<size_t>(n);

  // head, then for each unit: size of the chunk, bytes, line end.
  uv_buf_t bufs[1 + 3 * kUnits];
  unsigned ends[kUnits];  // for each unit: how many buffers there are up to its end
  char sizes[kUnits][16];
  char line_end[] = "\r\n";
  unsigned count = 0;
  unsigned units = 0;
  if (!head.empty())
    bufs[count++] = uv_buf_init(const_cast<char*>(head.data()), static_cast<unsigned>(head.size()));
  for (size_t from = 0; from < size; from += kUnit, ++units) {
    unsigned part = static_cast<unsigned>(std::min(kUnit, size - from));
    if (chunked) {
      int digits = std::snprintf(sizes[units], sizeof sizes[units], "%x\r\n", part);
      bufs[count++] = uv_buf_init(sizes[units], static_cast<unsigned>(digits));
    }
    bufs[count++] = uv_buf_init(data + from, part);
    if (chunked) bufs[count++] = uv_buf_init(line_end, 2);
    ends[units] = count;
  }
  size_t total = 0;
  for (unsigned i = 0; i < count; ++i) total += bufs[i].len;
  size_t left = 0;
  if (int err = TryWrite(bufs, count, &left)) return err;
  size_t taken = size;
  if (left > 0) {
    // The unit that was not sent whole is kept; those behind it will be read again.
    size_t sent = total - left;
    size_t end = 0;
    unsigned unit = 0;
    for (unsigned i = 0; unit < units; ++unit) {
      for (; i < ends[unit]; ++i) end += bufs[i].len;
      if (end > sent) break;
    }
    taken = std::min(size, (unit + 1) * kUnit);
    if (int err = Queue(bufs, ends[unit], end - sent, nullptr)) return err;
  }
  if (position < 0 && ::lseek(fd, at + static_cast<off_t>(taken), SEEK_SET) < 0) return UV_EIO;
  return static_cast<int64_t>(taken);
}

}  // namespace rondo
