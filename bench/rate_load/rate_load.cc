// Sends HTTP requests to a server on this machine at a constant rate and reports the latencies.
//
//   rate_load PORT [--path P] [--connections N] [--rate R] [--seconds S]
//   rate_load PORT --total N [--path P] [--connections N]
//
// The load is open: request i is due at start + i / R whatever the server does, and its latency
// counts from then, not from when a connection was free to send it. A server that stops for a while
// is charged for all who wait (no coordinated omission). What could not be sent or was not answered
// two seconds after the end counts as an error and with the time it waited.
//
// With --total the load is closed: N requests in all, each connection sends one when its last was
// answered.
//
// Prints one line of JSON; latencies are milliseconds, `cpu` its own seconds of CPU.
#include <hdr/hdr_histogram.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "connection.h"

namespace rate_load {
namespace {

constexpr int64_t kSecond = 1'000'000'000;
constexpr int64_t kSpin = 100'000;  // ns before a request is due in which sleeping is too coarse
constexpr int64_t kGrace = 2 * kSecond;
constexpr int64_t kClosedLimit = 300 * kSecond;
constexpr int64_t kHighest = 600 * kSecond;

struct Options {
  int port = 0;
  std::string path = "/";
  int connections = 64;
  double rate = 1000;  // requests a second
  double seconds = 5;
  int64_t total = 0;  // not 0: a closed load of so many requests
};

class Load {
 public:
  explicit Load(const Options& options)
      : options_(options),
        request_("GET " + options.path +
                 " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(options.port) + "\r\n\r\n"),
        epoll_(epoll_create1(EPOLL_CLOEXEC)) {
    hdr_init(1000, kHighest, 3, &latency_);
    for (int i = 0; i < options.connections; i++) {
      connections_.push_back(
          std::make_unique<Connection>(epoll_, static_cast<uint32_t>(i), options.port, &request_));
      free_.push_back(connections_.back().get());
    }
  }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;
  ~Load() { hdr_close(latency_); }

  void Run() {
    start_ = Now();
    total_ = closed() ? options_.total : static_cast<int64_t>(options_.rate * options_.seconds);
    int64_t last = closed() ? start_ + kClosedLimit : DueAt(total_) + kGrace;
    while (answered_ < total_ && Now() < last) {
      SendDue();
      Wait(last);
    }
    end_ = Now();
    for (auto& connection : connections_) {
      if (connection->busy()) Count(connection->intended(), false);
    }
    while (sent_ < total_) Count(DueAt(sent_++), false);
  }

  void Print() const {
    uint64_t bytes = 0;
    for (auto& connection : connections_) bytes += connection->body_bytes();
    auto at = [&](double percentile) {
      return static_cast<double>(hdr_value_at_percentile(latency_, percentile)) / 1e6;
    };
    double seconds = static_cast<double>(end_ - start_) / kSecond;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    double cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                 static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    std::printf(
        "{\"requests\":%lld,\"errors\":%lld,\"seconds\":%.6f,\"rps\":%.1f,\"bytes\":%llu,"
        "\"cpu\":%.6f,"
        "\"p50\":%.4f,\"p90\":%.4f,\"p99\":%.4f,\"p999\":%.4f,\"max\":%.4f}\n",
        static_cast<long long>(total_), static_cast<long long>(errors_), seconds,
        static_cast<double>(total_ - errors_) / seconds, static_cast<unsigned long long>(bytes),
        cpu, at(50), at(90), at(99), at(99.9), static_cast<double>(hdr_max(latency_)) / 1e6);
  }

 private:
  bool closed() const { return options_.total > 0; }

  int64_t DueAt(int64_t request) const {
    if (closed()) return Now();
    return start_ + static_cast<int64_t>(static_cast<double>(request) * kSecond / options_.rate);
  }

  void SendDue() {
    while (!free_.empty() && sent_ < total_ && DueAt(sent_) <= Now()) {
      Connection* connection = free_.back();
      int64_t intended = DueAt(sent_++);
      if (connection->Send(intended)) {
        free_.pop_back();
      } else {
        Count(intended, false);
      }
    }
  }

  void Wait(int64_t last) {
    int64_t until = last;
    if (!free_.empty() && sent_ < total_) until = std::min(until, DueAt(sent_));
    int64_t left = until - Now();
    timespec timeout{};
    if (left > kSpin) {
      timeout.tv_sec = (left - kSpin) / kSecond;
      timeout.tv_nsec = (left - kSpin) % kSecond;
    }
    epoll_event events[256];
    int count = epoll_pwait2(epoll_, events, 256, &timeout, nullptr);
    for (int i = 0; i < count; i++) {
      Connection* connection = connections_[events[i].data.u32].get();
      int64_t intended = connection->intended();
      Connection::State state = connection->Receive();
      if (state != Connection::State::kDone && state != Connection::State::kFailed) continue;
      Count(intended, state == Connection::State::kDone);
      free_.push_back(connection);
    }
  }

  void Count(int64_t intended, bool good) {
    hdr_record_value(latency_, std::clamp<int64_t>(Now() - intended, 1000, kHighest));
    answered_++;
    if (!good) errors_++;
  }

  Options options_;
  std::string request_;
  int epoll_;
  hdr_histogram* latency_ = nullptr;
  std::vector<std::unique_ptr<Connection>> connections_;
  std::vector<Connection*> free_;
  int64_t start_ = 0;
  int64_t end_ = 0;
  int64_t total_ = 0;
  int64_t sent_ = 0;
  int64_t answered_ = 0;
  int64_t errors_ = 0;
};

bool Parse(int argc, char** argv, Options* options) {
  if (argc < 2) return false;
  options->port = std::atoi(argv[1]);
  for (int i = 2; i < argc; i++) {
    std::string name = argv[i];
    if (i + 1 == argc) return false;
    const char* value = argv[++i];
    if (name == "--path") {
      options->path = value;
    } else if (name == "--connections") {
      options->connections = std::atoi(value);
    } else if (name == "--total") {
      options->total = std::atoll(value);
      if (options->total <= 0) return false;
    } else if (name == "--rate") {
      options->rate = std::atof(value);
    } else if (name == "--seconds") {
      options->seconds = std::atof(value);
    } else {
      return false;
    }
  }
  return options->port > 0 && options->port < 65536 && options->connections > 0 &&
         options->connections <= 10'000 && options->rate > 0 && options->seconds > 0 &&
         options->seconds <= 600;
}

}  // namespace
}  // namespace rate_load

int main(int argc, char** argv) {
  rate_load::Options options;
  if (!rate_load::Parse(argc, argv, &options)) {
    std::fprintf(stderr,
                 "usage: rate_load PORT [--path P] [--connections N] [--rate R] [--seconds S]\n"
                 "       rate_load PORT --total N [--path P] [--connections N]\n");
    return 2;
  }
  prctl(PR_SET_TIMERSLACK, 1);
  rate_load::Load load(options);
  load.Run();
  load.Print();
  return 0;
}
