#include "runtime/observe/times/usage.h"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <string_view>

#include "runtime/loop/loop.h"

namespace rondo {
namespace {

int OpenOf(pid_t tid, const char* file) {
  // Not on the heap: the watchdog's thread would get an arena of its own for this.
  char path[64];
  std::snprintf(path, sizeof path, "/proc/self/task/%d/%s", tid, file);
  return open(path, O_RDONLY | O_CLOEXEC);
}

// The whole of a small file; empty when it cannot be read.
template <size_t N>
std::string_view ReadText(int fd, char (&text)[N]) {
  const ssize_t size = fd < 0 ? -1 : pread(fd, text, N, 0);
  return {text, size > 0 ? static_cast<size_t>(size) : 0};
}

// Takes the next field, up to a space, off the front. As a number: 0 when it is none.
uint64_t TakeField(std::string_view* text) {
  uint64_t value = 0;
  std::from_chars(text->data(), text->data() + text->size(), value);
  const size_t end = text->find(' ');
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  return value;
}

}  // namespace

UsageReader::UsageReader(pid_t tid, const CpuQuota* quota)
    : schedstat_(OpenOf(tid, "schedstat")), stat_(OpenOf(tid, "stat")), quota_(quota) {}

UsageReader::~UsageReader() {
  if (schedstat_ >= 0) close(schedstat_);
  if (stat_ >= 0) close(stat_);
}

Usage UsageReader::ReadTimes() const {
  Usage usage;
  char space[128];
  usage.at_ns = Loop::NowNs();
  // [proc(5)] schedstat: time on the CPU, time waiting on a run queue, timeslices.
  std::string_view text = ReadText(schedstat_, space);
  usage.cpu_ns = TakeField(&text);
  usage.wait_ns = TakeField(&text);
  if (quota_) usage.throttled_ns = quota_->ThrottledNs();
  return usage;
}

Usage UsageReader::Read() const {
  Usage usage = ReadTimes();
  char space[512];
  std::string_view text = ReadText(stat_, space);
  // [proc(5)] stat: majflt is field 12. The name, field 2, may hold anything but ends at the last
  // parenthesis.
  const size_t name_end = text.rfind(") ");
  if (name_end == std::string_view::npos) return usage;
  text.remove_prefix(name_end + 2);
  for (int field = 3; field < 12; ++field) TakeField(&text);
  usage.major_faults = TakeField(&text);
  return usage;
}

Usage UsageSampler::Read() {
  if (count_++ % kEach != 0) {
    Usage usage = reader_.ReadTimes();
    usage.major_faults = major_faults_;
    return usage;
  }
  const Usage usage = reader_.Read();
  major_faults_ = usage.major_faults;
  return usage;
}

}  // namespace rondo
