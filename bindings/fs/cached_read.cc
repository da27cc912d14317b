// CachedReader: a small file that the page cache holds is read on the loop's thread, without ever
// blocking. Whatever would have to wait goes to the thread pool instead.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/fs/fs.h"

#ifdef __linux__
#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#endif

namespace rondo::fs {

#if defined(__linux__) && defined(SYS_openat2) && defined(RESOLVE_CACHED) && defined(RWF_NOWAIT)
namespace {

// Above this, copying on the loop's thread costs more than the hop.
constexpr off_t kMaxCached = kSmallFile;

bool IsRemote(long type) {
  switch (static_cast<unsigned long>(type)) {
    case NFS_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
    case CIFS_SUPER_MAGIC:
    case AFS_SUPER_MAGIC:
    case CODA_SUPER_MAGIC:
    case V9FS_MAGIC:
    case CEPH_SUPER_MAGIC:
    case FUSE_SUPER_MAGIC:
    case 0x0bd00bd0:  // Lustre
    case 0x47504653:  // GPFS
    case 0x01161970:  // GFS2
    case OCFS2_SUPER_MAGIC:
      return true;
    default:
      return false;
  }
}

}  // namespace

CachedReader::Kind CachedReader::KindOf(int fd, uint64_t device) {
  for (const Device& known : devices_) {
    if (known.id == device && known.kind != Kind::kUnknown) return known.kind;
  }
  struct statfs info;
  Kind kind = Kind::kOther;
  if (::fstatfs(fd, &info) == 0) {
    if (IsRemote(info.f_type)) {
      kind = Kind::kRemote;
    } else if (info.f_type == TMPFS_MAGIC || info.f_type == RAMFS_MAGIC) {
      kind = Kind::kMemory;
    } else if (info.f_type != PROC_SUPER_MAGIC && info.f_type != SYSFS_MAGIC) {
      kind = Kind::kNoWait;
    }
  }
  devices_[next_++ % std::size(devices_)] = {device, kind};
  return kind;
}

void CachedReader::Avoid(uint64_t device) {
  for (Device& known : devices_) {
    if (known.id == device) known.kind = Kind::kOther;
  }
}

CachedReader::File CachedReader::Open(Loop& loop, const Path& path) {
  KeptFiles& kept_files = loop.State<KeptFiles>();
  File file;
  file.kept = kept_files.Find(loop, path.text);
  if (file.kept) {
    file.size = static_cast<size_t>(file.kept->stat.st_size);
    file.device = file.kept->stat.st_dev;
    file.kind = KindOf(file.kept->fd.get(), file.device);
    // Unless its file system turned out to be of another kind.
    if (file.kind == Kind::kNoWait || file.kind == Kind::kMemory) return file;
  }
  struct stat stat;
  file = Open(path.c_str(), &stat);
  if (file.size > 0) file.kept = kept_files.Offer(loop, path.text, stat, &file.fd);
  return file;
}

CachedReader::File CachedReader::Open(const char* path, struct stat* stat_out) {
  File file;
  if (off_) return file;
  struct open_how how = {};
  // O_NONBLOCK: neither a FIFO nor a file under a lease makes the loop wait. FileReader::Adopt
  // takes it back.
  how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
  how.resolve = RESOLVE_CACHED;
  int fd = static_cast<int>(::syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how));
  if (fd < 0) {
    // ENOSYS: a kernel before 5.6. EINVAL: one before 5.12. EPERM: a sandbox without openat2.
    off_ = errno == ENOSYS || errno == EINVAL || errno == E2BIG || errno == EPERM;
    return file;
  }
  file.fd = ScopedFd(fd);
  struct stat stat;
  if (::fstat(fd, &stat) != 0 || !S_ISREG(stat.st_mode) || stat.st_size <= 0) return file;
  if (stat.st_size > kMaxCached) {
    file.large = static_cast<size_t>(stat.st_size);
    return file;
  }
  file.device = stat.st_dev;
  file.kind = KindOf(fd, stat.st_dev);
  // The opening itself asks a server there, which RESOLVE_CACHED cannot know: from now on by the
  // pool only.
  if (file.kind == Kind::kRemote) off_ = true;
  if (file.kind == Kind::kNoWait || file.kind == Kind::kMemory)
    file.size = static_cast<size_t>(stat.st_size);
  if (stat_out) *stat_out = stat;
  return file;
}

bool CachedReader::Read(const File& file, uint8_t* into) {
  struct iovec part = {into, file.size};
  ssize_t n =
      ::preadv2(file.descriptor(), &part, 1, 0, file.kind == Kind::kMemory ? 0 : RWF_NOWAIT);
  if (n < 0 && errno == EOPNOTSUPP) Avoid(file.device);
  return n == static_cast<ssize_t>(file.size);
}

ssize_t CachedReader::ReadSome(int fd, uint8_t* into, size_t size, int64_t position) {
  struct iovec part = {into, size};
  off_t at = position < 0 ? -1 : position;
  ssize_t n = ::preadv2(fd, &part, 1, at, RWF_NOWAIT);
  if (n >= 0 || errno != EOPNOTSUPP) return n;
  struct stat stat;
  if (::fstat(fd, &stat) != 0 || !S_ISREG(stat.st_mode) ||
      KindOf(fd, stat.st_dev) != Kind::kMemory) {
    return -1;
  }
  return ::preadv2(fd, &part, 1, at, 0);
}

#else

CachedReader::Kind CachedReader::KindOf(int, uint64_t) { return Kind::kOther; }
void CachedReader::Avoid(uint64_t) {}
CachedReader::File CachedReader::Open(Loop&, const Path&) { return {}; }
CachedReader::File CachedReader::Open(const char*, struct stat*) { return {}; }
bool CachedReader::Read(const File&, uint8_t*) { return false; }
ssize_t CachedReader::ReadSome(int, uint8_t*, size_t, int64_t) { return -1; }

#endif

}  // namespace rondo::fs
