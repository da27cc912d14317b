// What the kernel accounts of this process.
#ifndef RONDO_MONITOR_PROCESS_STATS_H_
#define RONDO_MONITOR_PROCESS_STATS_H_

#include <cstdint>

namespace rondo {

struct ProcessStats {
  double cpu_user_seconds = 0;
  double cpu_system_seconds = 0;
  double start_time_seconds = 0;  // since 1970
  uint64_t resident_bytes = 0;
  uint64_t virtual_bytes = 0;
  uint64_t open_fds = 0;
  uint64_t max_fds = 0;

  double cpu_seconds() const { return cpu_user_seconds + cpu_system_seconds; }
};

// Reads /proc/self; from any thread. Counting the descriptors takes about 0.3 microseconds for each
// of them. What cannot be read stays 0.
ProcessStats ReadProcessStats();

}  // namespace rondo

#endif  // RONDO_MONITOR_PROCESS_STATS_H_
