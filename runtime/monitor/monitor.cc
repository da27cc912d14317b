#include "runtime/monitor/monitor.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "runtime/monitor/history.h"
#include "runtime/monitor/http_server.h"
#include "runtime/monitor/loop_now.h"
#include "runtime/monitor/metrics.h"
#include "runtime/monitor/page_assets.h"
#include "runtime/monitor/report_json.h"
#include "runtime/observe/times/usage.h"

namespace rondo {
namespace {

constexpr std::string_view kJson = "application/json; charset=utf-8";

// Everything of the thread. Lives as long as the process.
class Monitor {
 public:
  Monitor(const Published& published, uint64_t limit_ns)
      : published_(published),
        limit_ns_(limit_ns),
        history_(published),
        loop_usage_(gettid(), &quota_),
        server_([this](std::string_view path, std::string_view query) {
          return Answer(path, query);
        }) {}

  Result<MonitorAddress> Listen(const MonitorAddress& address) { return server_.Listen(address); }
  void Start();

 private:
  void Run();
  MonitorResponse Answer(std::string_view path, std::string_view query);

  const Published& published_;
  const uint64_t limit_ns_;
  History history_;
  const CpuQuota quota_;
  const UsageReader loop_usage_;  // of the thread that makes the monitor: the loop's
  MonitorHttpServer server_;
  uv_timer_t every_second_;
};

// "since=12" in a query; 0 without it.
uint64_t Since(std::string_view query) {
  constexpr std::string_view kName = "since=";
  uint64_t since = 0;
  if (query.starts_with(kName))
    std::from_chars(query.data() + kName.size(), query.data() + query.size(), since);
  return since;
}

MonitorResponse Json(std::string body, bool good = true) {
  return {good ? 200 : 503, std::string(kJson), std::move(body)};
}

MonitorResponse Monitor::Answer(std::string_view path, std::string_view query) {
  bool good = true;
  if (path == "/metrics") {
    return {200, "text/plain; version=0.0.4; charset=utf-8",
            MetricsText(published_, history_, loop_usage_.Read(), quota_.limited())};
  }
  if (path == "/healthz") {
    std::string body = HealthJson(LookAtLoop(published_), limit_ns_, &good);
    return Json(std::move(body), good);
  }
  if (path == "/readyz") {
    std::string body = ReadinessJson(LookAtLoop(published_), limit_ns_, &good);
    return Json(std::move(body), good);
  }
  if (path == "/tasks") return Json(TasksJson(published_));
  if (path == "/live") return Json(LiveJson(published_, history_, Since(query), limit_ns_));
  if (const PageAsset* asset = FindPageAsset(path))
    return {200, std::string(asset->type), std::string(asset->text), true};
  return {404, "text/plain; charset=utf-8",
          "There are /, /metrics, /healthz, /readyz, /tasks and /live.\n"};
}

void Monitor::Start() {
  // Signals are for the loop's thread.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread([this] { Run(); }).detach();  // ends with the process
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Monitor::Run() {
  pthread_setname_np(pthread_self(), "rondo-monitor");
  (void)quota_.limited();  // it counts from now on
  uv_timer_init(server_.loop(), &every_second_);
  every_second_.data = &history_;
  uv_timer_start(
      &every_second_, [](uv_timer_t* h) { static_cast<History*>(h->data)->Tick(); }, 1000, 1000);
  server_.Run();
}

}  // namespace

Result<MonitorAddress> StartMonitor(const Published& published, const MonitorAddress& address,
                                    double stuck_limit_ms) {
  auto* monitor = new Monitor(published, static_cast<uint64_t>(stuck_limit_ms * 1e6));
  Result<MonitorAddress> bound = monitor->Listen(address);
  if (!bound.ok()) {
    delete monitor;
    return bound;
  }
  std::fprintf(stderr, "rondo: monitor at http://%s/\n", bound.value().Text().c_str());
  monitor->Start();
  return bound;
}

}  // namespace rondo
