// RecorderFile: lines appended to a file that never grows beyond a limit.
#ifndef RONDO_OBSERVE_REPORT_RECORDER_FILE_H_
#define RONDO_OBSERVE_REPORT_RECORDER_FILE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rondo {

// Each line is one append, and goes to the kernel at once: what was written survives the process. A
// line that was cut off (by a crash of the machine, a full disk) is ended before the next begins.
// When the file has half of the limit it becomes FILE.1, in place of the older half that had that
// name. A lock keeps two processes from writing the same record.
class RecorderFile {
 public:
  static constexpr int kVersion = 1;

  // Opens `path`, in which `%p` stands for the process id, or makes it; goes on with a record that
  // is there already. Null and one line in `error` when that cannot be: a file that is no record of
  // this version, one that another process is writing, a missing folder.
  static std::unique_ptr<RecorderFile> Open(std::string path, uint64_t limit_bytes,
                                            std::string* error);
  ~RecorderFile();
  RecorderFile(const RecorderFile&) = delete;
  RecorderFile& operator=(const RecorderFile&) = delete;

  // What begins every file from now on; appended at once. A line with its line feed.
  bool Begin(std::string header);
  // Appends a line with its line feed. False when it could not be written; errno() tells why.
  bool Append(std::string_view line);

  const std::string& path() const { return path_; }
  int last_errno() const { return errno_; }

 private:
  RecorderFile(std::string path, uint64_t half) : path_(std::move(path)), half_(half) {}

  bool OpenFile(std::string* error);
  bool Rotate();
  bool Write(std::string_view line);

  const std::string path_;
  const uint64_t half_;
  std::string header_;
  int fd_ = -1;
  uint64_t size_ = 0;
  bool torn_ = false;  // the last line has no end
  int errno_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_RECORDER_FILE_H_
