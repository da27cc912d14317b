#include "bindings/fs/kept_files.h"

#include <sys/resource.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "runtime/loop/credentials.h"

namespace rondo::fs {
namespace {

// So many descriptors are left to sockets and to the files of the program.
constexpr int kLeftOver = 128;

bool Same(const timespec& a, const timespec& b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

// The times and the size matter where one inode has two contents: a file of an overlay's lower
// layer that is copied up when somebody writes to it.
bool Same(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
         Same(a.st_mtim, b.st_mtim) && Same(a.st_ctim, b.st_ctim);
}

}  // namespace

std::shared_ptr<const KeptFile> KeptFiles::Find(Loop& loop, std::string_view path) {
  CloseOfOtherUsers(loop);
  Slot& slot = SlotOf(std::hash<std::string_view>()(path));
  if (!slot.file || slot.file->path != path) return nullptr;
  struct stat stat;
  if (::stat(slot.file->path.c_str(), &stat) == 0 && Same(stat, slot.file->stat)) {
    slot.file->used_ms = uv_now(loop.uv());
  } else {
    slot.file.reset();
  }
  return slot.file;
}

std::shared_ptr<const KeptFile> KeptFiles::Offer(Loop& loop, std::string_view path,
                                                 const struct stat& stat, ScopedFd* fd) {
  const size_t hash = std::hash<std::string_view>()(path);
  const uint64_t now_ms = uv_now(loop.uv());
  Slot& slot = SlotOf(hash);
  const bool again = slot.seen == hash && now_ms - slot.seen_ms < kKeepMs;
  slot.seen = hash;
  slot.seen_ms = now_ms;
  // Two paths of one slot that take turns would only be opened and closed in turns.
  if (!again || slot.file || !Spare(fd->get())) return nullptr;
  slot.file = std::make_shared<KeptFile>(
      KeptFile{std::string(path), ScopedFd(fd->Release()), stat, now_ms});
  Wake(loop);
  return slot.file;
}

void KeptFiles::CloseOfOtherUsers(Loop& loop) {
  const uint64_t changes = loop.State<CredentialChanges>().count;
  if (changes == credentials_) return;
  credentials_ = changes;
  for (Slot& slot : slots_) slot.file.reset();
}

bool KeptFiles::Spare(int fd) {
  if (highest_fd_ < 0) {
    rlimit limit;
    const bool known = ::getrlimit(RLIMIT_NOFILE, &limit) == 0;
    highest_fd_ = known ? static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1 << 30)) : 256;
    highest_fd_ = std::max(highest_fd_ - kLeftOver, 0);
  }
  return fd < highest_fd_;
}

void KeptFiles::CloseUnused() {
  const uint64_t now_ms = uv_now(timer_.loop);
  for (Slot& slot : slots_) {
    if (slot.file && now_ms - slot.file->used_ms >= kKeepMs) slot.file.reset();
  }
  if (std::none_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return !!slot.file; }))
    uv_timer_stop(&timer_);
}

void KeptFiles::Wake(Loop& loop) {
  auto* handle = reinterpret_cast<uv_handle_t*>(&timer_);
  if (!timer_.loop) {
    uv_timer_init(loop.uv(), &timer_);
    uv_unref(handle);
    timer_.data = this;
  }
  if (uv_is_active(handle) != 0) return;
  uv_timer_start(
      &timer_, [](uv_timer_t* timer) { static_cast<KeptFiles*>(timer->data)->CloseUnused(); },
      kKeepMs, kKeepMs);
}

}  // namespace rondo::fs
