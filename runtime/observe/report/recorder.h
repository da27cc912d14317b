// Recorder: keeps long tasks and statistics of every second in a file, for `rondo report`.
#ifndef RONDO_OBSERVE_REPORT_RECORDER_H_
#define RONDO_OBSERVE_REPORT_RECORDER_H_

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "runtime/base/options.h"
#include "runtime/observe/report/recorder_file.h"
#include "runtime/observe/report/recorder_stats.h"

namespace rondo {

// A record is lines of JSON. Every file begins with {"type":"record","version":1, ...}, which also
// begins each run of the program in it. Then, times in milliseconds, sizes in bytes:
//   {"type":"long-task","time":...} as process.longTasks() has them;
//   {"type":"stats","time":...,"interval":...}: tasks by kind, how long the loop was held, delays
//     (HeldCounts::DelayNs), garbage collection, CPU time, memory; every second, and for idle times
//     one for all of it;
//   {"type":"end","time":...}: the process ended by itself, or by the signal that is named.
//
// A thread writes. The loop only puts lines into a queue of at most kQueueBytes; what finds no room
// there, or none on the disk, is lost and counted in the next line of statistics.
class Recorder {
 public:
  static constexpr size_t kQueueBytes = 1 << 20;

  // As the options say. Null and one line in `error` when the file cannot be used.
  static std::unique_ptr<Recorder> Open(const Options& options, std::string* error);

  // Begins to write. Once, on the loop's thread. The recorder then lives as long as the process.
  void Start(Loop& loop, const Options& options);

  RecorderStats& stats() { return stats_; }
  // `line` with its line feed. Loop's thread.
  void AddLongTask(std::string line);
  void AddStopped();
  // Lines that found no room in the queue since the last line of statistics. Any thread.
  uint64_t dropped();
  // Writes what is left, for at most two seconds, and the end. From any thread; `signal` 0: none.
  void Close(int signal);

 private:
  struct Interval;  // of one line of statistics

  explicit Recorder(std::unique_ptr<RecorderFile> file) : file_(std::move(file)) {}

  void Run();
  void Write(const std::string& line);
  void WriteStats(bool last);
  std::string StatsLine(const Interval& interval);

  std::unique_ptr<RecorderFile> file_;
  RecorderStats stats_;
  std::mutex mutex_;  // of what follows
  std::condition_variable wake_;
  std::condition_variable closed_wake_;
  std::vector<std::string> queue_;
  size_t queue_bytes_ = 0;
  uint64_t dropped_ = 0;
  uint64_t long_tasks_ = 0;
  uint64_t stopped_ = 0;
  bool started_ = false;
  bool closing_ = false;
  bool closed_ = false;
  int signal_ = 0;

  // The writing thread's own.
  RecorderCounts before_;
  uint64_t before_ns_ = 0;
  uint64_t before_cpu_ns_ = 0;
  uint64_t idle_ns_ = 0;  // not written yet
  uint64_t lost_ = 0;     // could not be written
  bool complained_ = false;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_RECORDER_H_
