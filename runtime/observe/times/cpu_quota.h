// For how long the CPU quota of the process's cgroup kept its threads from running.
#ifndef RONDO_OBSERVE_TIMES_CPU_QUOTA_H_
#define RONDO_OBSERVE_TIMES_CPU_QUOTA_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>

namespace rondo {

// The cpu.stat of a cgroup that has a quota. Nothing here is on the heap: the watchdog's thread
// would get an arena of its own for it.
struct QuotaFile {
  char path[512] = "";
  bool v2 = true;
};
inline constexpr size_t kMaxQuotas = 4;
using QuotaFiles = std::array<QuotaFile, kMaxQuotas>;

// Those of the cgroup that the process is in and of the ones around it, as far as they have a quota
// and can be seen from here (a container sees no further than itself), innermost first; returns how
// many. `cgroup` and `mounts` are the contents of /proc/self/cgroup and /proc/self/mountinfo;
// `root` stands in front of the paths of mounts, for tests.
size_t FindQuotas(std::string_view cgroup, std::string_view mounts, std::string_view root,
                  QuotaFiles* found);

// The throttled time of a cpu.stat, in nanoseconds: throttled_usec of version 2, throttled_time of
// version 1. Empty when it has none.
std::optional<uint64_t> ParseThrottledNs(std::string_view stat, bool v2);

// Looks for quotas when it is first asked, and keeps their cpu.stat open. A quota that is set later
// is not seen. From any thread.
class CpuQuota {
 public:
  CpuQuota() = default;
  ~CpuQuota();
  CpuQuota(const CpuQuota&) = delete;
  CpuQuota& operator=(const CpuQuota&) = delete;

  // Whether there is one.
  bool limited() const;
  // Since the first call. The kernel counts it for the whole cgroup and for each CPU, so it is the
  // most that one thread can have been kept from running. 0 without a quota, at no cost; otherwise
  // a system call for each quota, a few microseconds.
  uint64_t ThrottledNs() const;

 private:
  void Open() const;
  uint64_t Sum() const;

  struct File {
    int fd = -1;
    bool v2 = true;
  };
  mutable std::once_flag opened_;
  mutable std::array<File, kMaxQuotas> files_;
  mutable size_t count_ = 0;
  mutable uint64_t before_ns_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TIMES_CPU_QUOTA_H_
