#include "runtime/observe/usage.h"

#include <fcntl.h>
#include <unistd.h>

#include <cinttypes>
#include <cstdio>
#include <cstring>

#include "runtime/loop/loop.h"

namespace rondo {
namespace {

int OpenOf(pid_t tid, const char* file) {
  // Not on the heap: the watchdog's thread would get an arena of its own for this.
  char path[64];
  std::snprintf(path, sizeof path, "/proc/self/task/%d/%s", tid, file);
  return open(path, O_RDONLY | O_CLOEXEC);
}

// The whole of a small file, as a C string; false when it cannot be read.
template <size_t N>
bool ReadText(int fd, char (&text)[N]) {
  ssize_t size = fd < 0 ? -1 : pread(fd, text, N - 1, 0);
  if (size <= 0) return false;
  text[size] = '\0';
  return true;
}

}  // namespace

UsageReader::UsageReader(pid_t tid, const CpuQuota* quota)
    : schedstat_(OpenOf(tid, "schedstat")), stat_(OpenOf(tid, "stat")), quota_(quota) {}

UsageReader::~UsageReader() {
  if (schedstat_ >= 0) close(schedstat_);
  if (stat_ >= 0) close(stat_);
}

Usage UsageReader::Read() const {
  Usage usage;
  char text[512];
  usage.at_ns = Loop::NowNs();
  // [proc(5)] schedstat: time on the CPU, time waiting on a run queue, timeslices.
  if (ReadText(schedstat_, text)) {
    (void)std::sscanf(text, "%" SCNu64 " %" SCNu64, &usage.cpu_ns, &usage.wait_ns);
  }
  // [proc(5)] stat: majflt is field 12. The name, field 2, may hold anything but ends at the last
  // parenthesis.
  if (ReadText(stat_, text)) {
    if (const char* rest = std::strrchr(text, ')')) {
      (void)std::sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %" SCNu64,
                        &usage.major_faults);
    }
  }
  if (quota_) usage.throttled_ns = quota_->ThrottledNs();
  return usage;
}

}  // namespace rondo
