#include "runtime/observe/times/cpu_quota.h"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <span>

namespace rondo {
namespace {

// Cuts the part before `separator` off the front of `text`.
std::string_view Next(std::string_view* text, char separator) {
  const size_t end = text->find(separator);
  const std::string_view part = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  return part;
}

// Whether `list`, separated by commas, has `name`.
bool Has(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    if (Next(&list, ',') == name) return true;
  }
  return false;
}

// A path of limited length. One that would be longer is none: it stays empty.
class Path {
 public:
  void Append(std::string_view text) {
    for (char c : text) Append(c);
  }
  // [proc(5)] mountinfo writes space, tab, line feed and backslash as \ and three octal digits.
  void AppendEscaped(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      unsigned code = 0;
      const char* digits = text.data() + i + 1;
      if (text[i] == '\\' && text.size() - i > 3 &&
          std::from_chars(digits, digits + 3, code, 8).ptr == digits + 3) {
        Append(static_cast<char>(code));
        i += 3;
      } else {
        Append(text[i]);
      }
    }
  }
  void Append(char c) {
    if (size_ + 1 < sizeof text_) {
      text_[size_++] = c;
    } else {
      too_long_ = true;
    }
    text_[size_] = '\0';
  }
  const char* text() const { return too_long_ ? "" : text_; }

 private:
  char text_[sizeof QuotaFile::path] = "";
  size_t size_ = 0;
  bool too_long_ = false;
};

// As much of the file as `space` holds; empty when it cannot be read.
std::string_view ReadFile(const char* path, std::span<char> space) {
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {};
  size_t size = 0;
  while (size < space.size()) {
    const ssize_t got = read(fd, space.data() + size, space.size() - size);
    if (got <= 0) break;
    size += static_cast<size_t>(got);
  }
  close(fd);
  return {space.data(), size};
}

// [proc(5), cgroups(7)] The lines of /proc/self/cgroup: "1:cpu,cpuacct:/path", for version 2
// "0::/path". Empty when the process is in none.
std::string_view OwnPath(std::string_view cgroup, bool v2) {
  while (!cgroup.empty()) {
    std::string_view line = Next(&cgroup, '\n');
    const std::string_view number = Next(&line, ':');
    const std::string_view controllers = Next(&line, ':');
    if (v2 ? number == "0" && controllers.empty() : Has(controllers, "cpu")) return line;
  }
  return {};
}

struct Mount {
  std::string_view root;  // the cgroup that is mounted, which is not "/" within a container
  std::string_view point;
};

// [proc(5)] The lines of mountinfo: id, parent, device, root, mount point, options, optional
// fields, "-", type, source, options of the file system.
std::optional<Mount> FindMount(std::string_view mounts, bool v2) {
  while (!mounts.empty()) {
    std::string_view line = Next(&mounts, '\n');
    for (int skip = 0; skip < 3; ++skip) Next(&line, ' ');
    Mount mount;
    mount.root = Next(&line, ' ');
    mount.point = Next(&line, ' ');
    while (!line.empty() && Next(&line, ' ') != "-") {
    }
    const std::string_view type = Next(&line, ' ');
    Next(&line, ' ');
    if (v2 ? type == "cgroup2" : type == "cgroup" && Has(line, "cpu")) return mount;
  }
  return {};
}

// The path of the process's cgroup below the mount; empty for a mount of another part of the
// hierarchy, which shows nothing of this process.
std::optional<std::string_view> Below(const Mount& mount, std::string_view path) {
  if (mount.root != "/") {
    if (!path.starts_with(mount.root)) return {};
    path.remove_prefix(mount.root.size());
    if (!path.empty() && path[0] != '/') return {};
  }
  while (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

// [kernel, cgroup-v2.rst] cpu.max is "QUOTA PERIOD", or "max PERIOD" without a quota. Version 1
// has cpu.cfs_quota_us, -1 without one.
bool HasQuota(Path folder, bool v2) {
  folder.Append(v2 ? "/cpu.max" : "/cpu.cfs_quota_us");
  char space[64];
  const std::string_view text = ReadFile(folder.text(), space);
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

}  // namespace

size_t FindQuotas(std::string_view cgroup, std::string_view mounts, std::string_view root,
                  QuotaFiles* found) {
  size_t count = 0;
  // The controller is in one of the two hierarchies.
  for (const bool v2 : {true, false}) {
    const std::string_view own = OwnPath(cgroup, v2);
    const std::optional<Mount> mount = FindMount(mounts, v2);
    if (own.empty() || !mount) continue;
    std::optional<std::string_view> path = Below(*mount, own);
    while (path && count < found->size()) {
      Path folder;
      folder.Append(root);
      folder.AppendEscaped(mount->point);
      folder.Append(*path);
      if (HasQuota(folder, v2)) {
        folder.Append("/cpu.stat");
        QuotaFile& file = (*found)[count++];
        std::snprintf(file.path, sizeof file.path, "%s", folder.text());
        file.v2 = v2;
      }
      if (path->empty()) break;
      path = path->substr(0, path->rfind('/'));
    }
  }
  return count;
}

std::optional<uint64_t> ParseThrottledNs(std::string_view stat, bool v2) {
  while (!stat.empty()) {
    std::string_view line = Next(&stat, '\n');
    if (Next(&line, ' ') != (v2 ? "throttled_usec" : "throttled_time")) continue;
    uint64_t value = 0;
    const auto result = std::from_chars(line.data(), line.data() + line.size(), value);
    if (result.ec != std::errc() || result.ptr != line.data() + line.size()) return {};
    return v2 ? value * 1000 : value;
  }
  return {};
}

CpuQuota::~CpuQuota() {
  for (const File& file : files_) {
    if (file.fd >= 0) close(file.fd);
  }
}

bool CpuQuota::limited() const {
  std::call_once(opened_, [this] { Open(); });
  return count_ > 0;
}

uint64_t CpuQuota::ThrottledNs() const {
  if (!limited()) return 0;
  const uint64_t now_ns = Sum();
  return now_ns > before_ns_ ? now_ns - before_ns_ : 0;
}

void CpuQuota::Open() const {
  char cgroup[4096];
  char mounts[64 * 1024];
  QuotaFiles quotas;
  const size_t found = FindQuotas(ReadFile("/proc/self/cgroup", cgroup),
                                  ReadFile("/proc/self/mountinfo", mounts), "", &quotas);
  for (size_t i = 0; i < found; ++i) {
    const int fd = open(quotas[i].path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0) files_[count_++] = {fd, quotas[i].v2};
  }
  before_ns_ = Sum();
}

uint64_t CpuQuota::Sum() const {
  uint64_t sum = 0;
  for (size_t i = 0; i < count_; ++i) {
    char text[1024];
    const ssize_t size = pread(files_[i].fd, text, sizeof text, 0);
    if (size <= 0) continue;
    sum += ParseThrottledNs({text, static_cast<size_t>(size)}, files_[i].v2).value_or(0);
  }
  return sum;
}

}  // namespace rondo
