#include "runtime/observe/report/recorder.h"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <thread>
#include <utility>

#include "runtime/observe/report/report_json.h"
#include "runtime/observe/report/report_text.h"

namespace rondo {
namespace {

constexpr uint64_t kSecondNs = 1'000'000'000;
constexpr uint64_t kLongestIdleNs = 60 * kSecondNs;
constexpr auto kCloseTime = std::chrono::seconds(2);

uint64_t CpuNs() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  auto ns = [](const timeval& time) {
    return static_cast<uint64_t>(time.tv_sec) * kSecondNs +
           static_cast<uint64_t>(time.tv_usec) * 1000;
  };
  return ns(usage.ru_utime) + ns(usage.ru_stime);
}

// 0 when it is not known.
uint64_t ResidentBytes() {
  std::FILE* file = std::fopen("/proc/self/statm", "re");
  if (!file) return 0;
  unsigned long long total = 0, resident = 0;
  const int found = std::fscanf(file, "%llu %llu", &total, &resident);
  std::fclose(file);
  return found == 2 ? resident * static_cast<uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

struct Recorder::Interval {
  RecorderCounts now;
  uint64_t ns = 0;
  uint64_t cpu_ns = 0;
  uint64_t long_tasks = 0;
  uint64_t stopped = 0;
  uint64_t dropped = 0;
};

std::unique_ptr<Recorder> Recorder::Open(const Options& options, std::string* error) {
  const auto limit = static_cast<uint64_t>(options.record_limit_mib) << 20;
  std::unique_ptr<RecorderFile> file = RecorderFile::Open(options.record, limit, error);
  if (!file) return nullptr;
  return std::unique_ptr<Recorder>(new Recorder(std::move(file)));
}

void Recorder::Start(Loop& loop, const Options& options) {
  JsonLine header;
  header.Integer("version", RecorderFile::kVersion).String("time", IsoTime());
  header.String("rondo", RONDO_VERSION).Integer("pid", static_cast<uint64_t>(getpid()));
  header.String("script", options.script);
  header.Ms("threshold", static_cast<uint64_t>(options.long_task_threshold_ms * 1e6));
  std::string members = header.Finish();
  std::string line = "{\"type\":\"record\"," + members.substr(1) + "\n";
  if (!file_->Begin(std::move(line))) ++lost_;

  stats_.Begin(loop);
  before_ns_ = Loop::NowNs();
  before_cpu_ns_ = CpuNs();
  before_ = stats_.Read(before_ns_);
  started_ = true;
  // Signals are for the loop's thread.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread([this] { Run(); }).detach();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Recorder::AddLongTask(std::string line) {
  std::lock_guard lock(mutex_);
  ++long_tasks_;
  if (queue_bytes_ + line.size() > kQueueBytes) {
    ++dropped_;
    return;
  }
  queue_bytes_ += line.size();
  queue_.push_back(std::move(line));
  wake_.notify_one();
}

void Recorder::AddStopped() {
  std::lock_guard lock(mutex_);
  ++stopped_;
}

uint64_t Recorder::dropped() {
  std::lock_guard lock(mutex_);
  return dropped_;
}

void Recorder::Close(int signal) {
  std::unique_lock lock(mutex_);
  if (!started_) return;
  if (!closing_) {
    closing_ = true;
    signal_ = signal;
    wake_.notify_one();
  }
  closed_wake_.wait_for(lock, kCloseTime, [this] { return closed_; });
}

void Recorder::Run() {
  pthread_setname_np(pthread_self(), "rondo-recorder");
  uint64_t next_ns = before_ns_ + kSecondNs;
  for (bool closing = false; !closing;) {
    std::vector<std::string> lines;
    {
      std::unique_lock lock(mutex_);
      const uint64_t now = Loop::NowNs();
      const auto left = std::chrono::nanoseconds(now < next_ns ? next_ns - now : 0);
      wake_.wait_for(lock, left, [this] { return closing_ || !queue_.empty(); });
      lines.swap(queue_);
      queue_bytes_ = 0;
      closing = closing_;
    }
    for (const std::string& line : lines) Write(line);
    if (closing || Loop::NowNs() >= next_ns) {
      WriteStats(closing);
      next_ns = std::max(next_ns + kSecondNs, Loop::NowNs());
    }
  }
  JsonLine end;
  end.String("type", "end").String("time", IsoTime());
  if (signal_ != 0) end.String("signal", std::string("SIG") + sigabbrev_np(signal_));
  Write(end.Finish() + "\n");
  std::lock_guard lock(mutex_);
  closed_ = true;
  closed_wake_.notify_all();
}

void Recorder::Write(const std::string& line) {
  if (file_->Append(line)) return;
  ++lost_;
  if (std::exchange(complained_, true)) return;
  WriteToStderr("rondo: --record: " + file_->path() + ": " + std::strerror(file_->last_errno()) +
                "; what cannot be written is left out\n");
}

// Idle times are one line, and come before what ended them.
void Recorder::WriteStats(bool last) {
  const uint64_t now_ns = Loop::NowNs();
  Interval interval;
  interval.now = stats_.Read(now_ns);
  interval.ns = now_ns - before_ns_;
  const uint64_t cpu_ns = CpuNs();
  interval.cpu_ns = cpu_ns - before_cpu_ns_;
  {
    std::lock_guard lock(mutex_);
    interval.long_tasks = std::exchange(long_tasks_, 0);
    interval.stopped = std::exchange(stopped_, 0);
    interval.dropped = std::exchange(dropped_, 0);
  }
  interval.dropped += std::exchange(lost_, 0);
  const bool idle = interval.now.busy_ns == before_.busy_ns &&
                    interval.now.tasks == before_.tasks && interval.dropped == 0 &&
                    interval.stopped == 0;
  if (idle) idle_ns_ += interval.ns;
  if (idle_ns_ > 0 && (!idle || last || idle_ns_ >= kLongestIdleNs)) {
    Interval nothing;
    nothing.now = before_;
    nothing.now.now_held_ns = nothing.now.longest_ns = 0;
    nothing.ns = std::exchange(idle_ns_, 0);
    if (idle) nothing.cpu_ns = interval.cpu_ns;
    Write(StatsLine(nothing));
  }
  if (!idle) {
    Write(StatsLine(interval));
  }
  before_ = interval.now;
  before_ns_ = now_ns;
  before_cpu_ns_ = cpu_ns;
}

std::string Recorder::StatsLine(const Interval& interval) {
  const RecorderCounts& now = interval.now;
  JsonLine tasks;
  for (size_t i = 0; i < now.tasks.size(); ++i) {
    const uint64_t count = now.tasks[i] - before_.tasks[i];
    if (count > 0) tasks.Integer(TaskKindName(static_cast<TaskKind>(i)), count);
  }
  HeldCounts held;
  for (size_t i = 0; i < HeldCounts::kBuckets; ++i)
    held.counts[i] = now.held.counts[i] - before_.held.counts[i];
  // What holds the loop at this moment is not over, but those who wait for it wait already.
  if (now.now_held_ns > 0) ++held.counts[HeldCounts::Bucket(now.now_held_ns)];
  JsonLine delay;
  auto percentile = [&](const char* name, double share) {
    delay.Ms(name, static_cast<uint64_t>(held.DelayNs(share, interval.ns)));
  };
  percentile("p50", 0.5);
  percentile("p90", 0.9);
  percentile("p99", 0.99);
  delay.Ms("max", std::max(now.longest_ns, now.now_held_ns));
  JsonLine gc;
  gc.Integer("count", now.gc_count - before_.gc_count).Ms("duration", now.gc_ns - before_.gc_ns);

  const uint64_t busy_ns = std::min(now.busy_ns - before_.busy_ns, interval.ns);
  JsonLine line;
  line.String("type", "stats").String("time", IsoTime()).Ms("interval", interval.ns);
  line.Ms("busy", busy_ns);
  line.Share("utilization", static_cast<double>(busy_ns) / static_cast<double>(interval.ns + 1));
  line.Raw("tasks", tasks.Finish()).Raw("delay", delay.Finish()).Raw("gc", gc.Finish());
  if (now.now_held_ns > 0) line.Ms("held", now.now_held_ns);
  line.Ms("cpu", interval.cpu_ns).Integer("rss", ResidentBytes());
  line.Integer("longTasks", interval.long_tasks);
  if (interval.stopped > 0) line.Integer("stopped", interval.stopped);
  if (interval.dropped > 0) line.Integer("dropped", interval.dropped);
  return line.Finish() + "\n";
}

}  // namespace rondo
