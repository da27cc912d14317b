// fs.constants.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/fs/fs.h"

namespace rondo::fs {

void SetConstants(Js& js, v8::Local<v8::Object> target) {
  struct Constant {
    const char* name;
    int64_t value;
  };
  static constexpr Constant kConstants[] = {
      {"UV_FS_SYMLINK_DIR", UV_FS_SYMLINK_DIR},
      {"UV_FS_SYMLINK_JUNCTION", UV_FS_SYMLINK_JUNCTION},
      {"O_RDONLY", O_RDONLY},
      {"O_WRONLY", O_WRONLY},
      {"O_RDWR", O_RDWR},
      {"UV_DIRENT_UNKNOWN", UV_DIRENT_UNKNOWN},
      {"UV_DIRENT_FILE", UV_DIRENT_FILE},
      {"UV_DIRENT_DIR", UV_DIRENT_DIR},
      {"UV_DIRENT_LINK", UV_DIRENT_LINK},
      {"UV_DIRENT_FIFO", UV_DIRENT_FIFO},
      {"UV_DIRENT_SOCKET", UV_DIRENT_SOCKET},
      {"UV_DIRENT_CHAR", UV_DIRENT_CHAR},
      {"UV_DIRENT_BLOCK", UV_DIRENT_BLOCK},
      {"EXTENSIONLESS_FORMAT_JAVASCRIPT", 0},
      {"EXTENSIONLESS_FORMAT_WASM", 1},
      {"S_IFMT", S_IFMT},
      {"S_IFREG", S_IFREG},
      {"S_IFDIR", S_IFDIR},
      {"S_IFCHR", S_IFCHR},
      {"S_IFBLK", S_IFBLK},
      {"S_IFIFO", S_IFIFO},
      {"S_IFLNK", S_IFLNK},
      {"S_IFSOCK", S_IFSOCK},
      {"O_CREAT", O_CREAT},
      {"O_EXCL", O_EXCL},
      {"UV_FS_O_FILEMAP", UV_FS_O_FILEMAP},
      {"O_NOCTTY", O_NOCTTY},
      {"O_TRUNC", O_TRUNC},
      {"O_APPEND", O_APPEND},
      {"O_DIRECTORY", O_DIRECTORY},
#ifdef O_NOATIME
      {"O_NOATIME", O_NOATIME},
#endif
      {"O_NOFOLLOW", O_NOFOLLOW},
      {"O_SYNC", O_SYNC},
      {"O_DSYNC", O_DSYNC},
#ifdef O_DIRECT
      {"O_DIRECT", O_DIRECT},
#endif
      {"O_NONBLOCK", O_NONBLOCK},
      {"S_IRWXU", S_IRWXU},
      {"S_IRUSR", S_IRUSR},
      {"S_IWUSR", S_IWUSR},
      {"S_IXUSR", S_IXUSR},
      {"S_IRWXG", S_IRWXG},
      {"S_IRGRP", S_IRGRP},
      {"S_IWGRP", S_IWGRP},
      {"S_IXGRP", S_IXGRP},
      {"S_IRWXO", S_IRWXO},
      {"S_IROTH", S_IROTH},
      {"S_IWOTH", S_IWOTH},
      {"S_IXOTH", S_IXOTH},
      {"F_OK", F_OK},
      {"R_OK", R_OK},
      {"W_OK", W_OK},
      {"X_OK", X_OK},
      {"UV_FS_COPYFILE_EXCL", UV_FS_COPYFILE_EXCL},
      {"COPYFILE_EXCL", UV_FS_COPYFILE_EXCL},
      {"UV_FS_COPYFILE_FICLONE", UV_FS_COPYFILE_FICLONE},
      {"COPYFILE_FICLONE", UV_FS_COPYFILE_FICLONE},
      {"UV_FS_COPYFILE_FICLONE_FORCE", UV_FS_COPYFILE_FICLONE_FORCE},
      {"COPYFILE_FICLONE_FORCE", UV_FS_COPYFILE_FICLONE_FORCE},
  };
  v8::Local<v8::Object> constants = v8::Object::New(js.isolate());
  for (const Constant& constant : kConstants) {
    js.Set(constants, constant.name, js.Number(static_cast<double>(constant.value)));
  }
  js.Set(target, "constants", constants);
}

}  // namespace rondo::fs
