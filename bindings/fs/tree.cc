// Operations that walk directories: mkdir -p, listings, rm -r. Each runs in steps, so that a large
// tree does not hog a worker.
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "bindings/fs/fs.h"

namespace rondo::fs {
namespace {

// Entries that one step handles before the worker is free for others.
constexpr size_t kStepEntries = 512;

std::string Join(const std::string& directory, const std::string& name) {
  if (directory.empty()) return name;
  return directory.back() == '/' ? directory + name : directory + "/" + name;
}

int32_t TypeOf(mode_t mode) {
  switch (mode & S_IFMT) {
    case S_IFREG:
      return UV_DIRENT_FILE;
    case S_IFDIR:
      return UV_DIRENT_DIR;
    case S_IFLNK:
      return UV_DIRENT_LINK;
    case S_IFIFO:
      return UV_DIRENT_FIFO;
    case S_IFSOCK:
      return UV_DIRENT_SOCKET;
    case S_IFCHR:
      return UV_DIRENT_CHAR;
    case S_IFBLK:
      return UV_DIRENT_BLOCK;
    default:
      return UV_DIRENT_UNKNOWN;
  }
}

}  // namespace

int32_t EntryType(const dirent& entry, int directory) {
  switch (entry.d_type) {
    case DT_REG:
      return UV_DIRENT_FILE;
    case DT_DIR:
      return UV_DIRENT_DIR;
    case DT_LNK:
      return UV_DIRENT_LINK;
    case DT_FIFO:
      return UV_DIRENT_FIFO;
    case DT_SOCK:
      return UV_DIRENT_SOCKET;
    case DT_CHR:
      return UV_DIRENT_CHAR;
    case DT_BLK:
      return UV_DIRENT_BLOCK;
    default: {  // this file system does not say
      struct stat stat;
      if (::fstatat(directory, entry.d_name, &stat, AT_SYMLINK_NOFOLLOW) != 0)
        return UV_DIRENT_UNKNOWN;
      return TypeOf(stat.st_mode);
    }
  }
}

int ListDirectory(const std::string& path, std::vector<Entry>* out) {
  DIR* directory = ::opendir(path.c_str());
  if (!directory) return -errno;
  int err = 0;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(directory);
    if (!entry) {
      err = -errno;
      break;
    }
    std::string_view name = entry->d_name;
    if (name != "." && name != "..")
      out->push_back({std::string(name), EntryType(*entry, ::dirfd(directory))});
  }
  ::closedir(directory);
  std::sort(out->begin(), out->end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return err;
}

// ---- readdir ----

Lister::Lister(Path root, bool as_buffer, bool with_types, bool recursive)
    : root_(std::move(root)), recursive_(recursive) {
  listing_.as_buffer = as_buffer;
  listing_.with_types = with_types;
  waiting_.push_back("");
}

bool Lister::Step() {
  size_t limit = listing_.names.size() + kStepEntries;
  while (!waiting_.empty()) {
    if (listing_.names.size() >= limit) return false;
    std::string relative = std::move(waiting_.front());
    waiting_.pop_front();
    std::string path = relative.empty() ? root_.text : Join(root_.text, relative);
    std::vector<Entry> entries;
    if (int err = ListDirectory(path, &entries); err < 0) {
      error_ = UvError(err, "scandir", path);
      failed_ = true;
      return true;
    }
    for (Entry& entry : entries) {
      std::string name = Join(relative, entry.name);
      if (recursive_ && entry.type == UV_DIRENT_DIR) waiting_.push_back(name);
      listing_.names.push_back(std::move(name));
      if (listing_.with_types) listing_.types.push_back(entry.type);
    }
  }
  return true;
}

Result<Listing> Lister::Finish() {
  if (failed_) return std::move(error_);
  return std::move(listing_);
}

// ---- rm ----

bool Remover::Fail(int err, const char* syscall, const std::string& path) {
  error_ = UvError(err, syscall, path);
  failed_ = true;
  return true;
}

// What vanished in the meantime was to be removed anyway.
bool Remover::Unlink(const std::string& path) {
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return true;
  return !Fail(-errno, "unlink", path);
}

bool Remover::Start() {
  started_ = true;
  struct stat stat;
  if (::lstat(root_.c_str(), &stat) != 0) {
    if (errno == ENOENT && force_) return false;
    return !Fail(-errno, "lstat", root_.text);
  }
  if (!S_ISDIR(stat.st_mode)) {
    Unlink(root_.text);
    return false;
  }
  if (!recursive_) return !Fail(UV_EISDIR, "rm", root_.text);
  open_.push_back({root_.text, false});
  return true;
}

bool Remover::Step() {
  if (!started_ && !Start()) return true;
  size_t handled = 0;
  while (!open_.empty()) {
    if (handled >= kStepEntries) return false;
    if (open_.back().emptied) {
      std::string path = std::move(open_.back().path);
      open_.pop_back();
      ++handled;
      if (::rmdir(path.c_str()) != 0 && errno != ENOENT) return Fail(-errno, "rmdir", path);
      continue;
    }
    open_.back().emptied = true;
    std::string path = open_.back().path;
    std::vector<Entry> entries;
    int err = ListDirectory(path, &entries);
    if (err < 0 && err != UV_ENOENT) return Fail(err, "scandir", path);
    for (const Entry& entry : entries) {
      std::string child = Join(path, entry.name);
      if (entry.type == UV_DIRENT_DIR) {
        open_.push_back({std::move(child), false});
      } else if (!Unlink(child)) {
        return true;
      }
    }
    handled += entries.size();
  }
  return true;
}

Result<void> Remover::Finish() {
  if (failed_) return std::move(error_);
  return Ok{};
}

void Readdir(Loop& loop, Path path, bool as_buffer, bool with_types, bool recursive,
             v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback, Lister(std::move(path), as_buffer, with_types, recursive));
}
Result<Listing> ReaddirSync(Path path, bool as_buffer, bool with_types, bool recursive) {
  return RunSteps(Lister(std::move(path), as_buffer, with_types, recursive));
}
void Rm(Loop& loop, Path path, bool recursive, bool force, v8::Local<v8::Function> callback) {
  QueueSteps(loop, callback, Remover(std::move(path), recursive, force));
}
Result<void> RmSync(Path path, bool recursive, bool force) {
  return RunSteps(Remover(std::move(path), recursive, force));
}

// ---- mkdir -p ----

Result<std::optional<Name>> MakePath(const Path& path, int32_t mode) {
  std::vector<std::string> missing;  // innermost first
  std::string part = path.text;
  for (;;) {
    if (::mkdir(part.c_str(), static_cast<mode_t>(mode)) == 0) break;
    int err = -errno;
    struct stat stat;
    if (err == UV_ENOENT) {
      size_t end = part.find_last_not_of('/');
      size_t slash = end == std::string::npos ? end : part.rfind('/', end);
      std::string parent = slash == std::string::npos ? "" : part.substr(0, slash == 0 ? 1 : slash);
      // A parent that is there already means that the system itself refuses (an empty path, /proc,
      // a dangling link).
      if (parent.empty() || ::stat(parent.c_str(), &stat) == 0)
        return UvError(err, "mkdir", path.text);
      missing.push_back(std::move(part));
      part = std::move(parent);
      continue;
    }
    if (err == UV_EEXIST || err == UV_EISDIR) {
      if (::stat(part.c_str(), &stat) == 0 && S_ISDIR(stat.st_mode)) {
        if (missing.empty()) return std::optional<Name>();
        part.clear();  // somebody else made it just now
        break;
      }
      return UvError(missing.empty() ? err : UV_ENOTDIR, "mkdir", path.text);
    }
    return UvError(err, "mkdir", path.text);
  }
  std::optional<Name> first;
  if (!part.empty()) first = Name{part, false};
  while (!missing.empty()) {
    const std::string& next = missing.back();
    if (::mkdir(next.c_str(), static_cast<mode_t>(mode)) != 0) {
      struct stat stat;
      int err = -errno;
      if (err != UV_EEXIST || ::stat(next.c_str(), &stat) != 0 || !S_ISDIR(stat.st_mode)) {
        return UvError(err, "mkdir", path.text);
      }
    } else if (!first) {
      first = Name{next, false};
    }
    missing.pop_back();
  }
  return first;
}

}  // namespace rondo::fs
