// Files that readFile opens again and again stay open for a moment.
//
// Opening and closing is more than half of what reading a small cached file costs; asking whether
// its path still leads to the same file is a third of that. So the second readFile of a path within
// kKeepMs keeps the descriptor, and later ones use it as long as stat(2) of the path gives the same
// device, inode, size and times: a file that was replaced, changed, moved or whose permissions were
// changed is opened anew, and a path that may no longer be walked fails as it should.
#ifndef RONDO_BINDINGS_FS_KEPT_FILES_H_
#define RONDO_BINDINGS_FS_KEPT_FILES_H_

#include <sys/stat.h>
#include <uv.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "bindings/fs/values.h"
#include "runtime/loop/loop.h"

namespace rondo::fs {

// Open for reading; closed with the last one who reads it.
struct KeptFile {
  std::string path;
  ScopedFd fd;
  struct stat stat;
  uint64_t used_ms = 0;  // of the loop's clock
};

// One a loop, used on its thread. At most kSlots descriptors, none when few are left to the
// process; what was not used for kKeepMs is closed, by a timer that keeps no loop alive.
class KeptFiles {
 public:
  static constexpr size_t kSlots = 16;
  static constexpr uint64_t kKeepMs = 250;

  // The file at `path` if it is kept and the path still leads to it as it was; else null.
  std::shared_ptr<const KeptFile> Find(Loop& loop, std::string_view path);
  // Called for each file that was opened because Find gave null, with what fstat said of it. The
  // second time within kKeepMs the descriptor is taken from `fd` and the result is the kept file.
  std::shared_ptr<const KeptFile> Offer(Loop& loop, std::string_view path, const struct stat& stat,
                                        ScopedFd* fd);

 private:
  struct Slot {
    size_t seen = 0;  // the hash of the path that was offered last
    uint64_t seen_ms = 0;
    std::shared_ptr<KeptFile> file;
  };
  Slot& SlotOf(size_t hash) { return slots_[hash % kSlots]; }
  // Whether a descriptor of this number leaves enough to the rest of the process.
  bool Spare(int fd);
  // What was opened before the process's user or groups changed.
  void CloseOfOtherUsers(Loop& loop);
  void CloseUnused();
  void Wake(Loop& loop);

  std::array<Slot, kSlots> slots_;
  uint64_t credentials_ = 0;
  int highest_fd_ = -1;    // exclusive; negative: not asked yet
  uv_timer_t timer_ = {};  // part of the loop once there was a file; lives as long as the loop
};

}  // namespace rondo::fs

#endif  // RONDO_BINDINGS_FS_KEPT_FILES_H_
