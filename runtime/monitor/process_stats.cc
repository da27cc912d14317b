#include "runtime/monitor/process_stats.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

namespace rondo {
namespace {

// The file's first bytes with a NUL behind, or false.
bool ReadStart(const char* path, char* text, size_t size) {
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const ssize_t got = read(fd, text, size - 1);
  close(fd);
  if (got <= 0) return false;
  text[got] = '\0';
  return true;
}

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// When the process began: /proc tells it in clock ticks since the machine's boot.
double StartTime() {
  char text[1024];
  if (!ReadStart("/proc/self/stat", text, sizeof text)) return 0;
  const char* field = std::strrchr(text, ')');  // the name before it may hold anything
  for (int skip = 0; field && skip < 20; ++skip) field = std::strchr(field + 1, ' ');
  unsigned long long ticks = 0;
  if (!field || std::sscanf(field, "%llu", &ticks) != 1) return 0;
  timespec now{}, boot{};
  clock_gettime(CLOCK_REALTIME, &now);
  clock_gettime(CLOCK_BOOTTIME, &boot);
  const double booted = static_cast<double>(now.tv_sec - boot.tv_sec) +
                        static_cast<double>(now.tv_nsec - boot.tv_nsec) / 1e9;
  return booted + static_cast<double>(ticks) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

uint64_t CountDescriptors() {
  DIR* folder = opendir("/proc/self/fd");
  if (!folder) return 0;
  uint64_t count = 0;
  while (const dirent* entry = readdir(folder)) count += entry->d_name[0] != '.' ? 1 : 0;
  closedir(folder);
  return count - 1;  // the folder's own
}

}  // namespace

ProcessStats ReadProcessStats() {
  static const double start_time = StartTime();
  ProcessStats stats;
  stats.start_time_seconds = start_time;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  stats.cpu_user_seconds = Seconds(usage.ru_utime);
  stats.cpu_system_seconds = Seconds(usage.ru_stime);
  char text[256];
  unsigned long long pages = 0, resident = 0;
  if (ReadStart("/proc/self/statm", text, sizeof text) &&
      std::sscanf(text, "%llu %llu", &pages, &resident) == 2) {
    const auto page = static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
    stats.virtual_bytes = pages * page;
    stats.resident_bytes = resident * page;
  }
  stats.open_fds = CountDescriptors();
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) == 0) stats.max_fds = files.rlim_cur;
  return stats;
}

}  // namespace rondo
