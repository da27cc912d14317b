#include "runtime/monitor/metrics.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "runtime/monitor/prometheus_text.h"
#include "runtime/observe/pool_waits.h"

namespace rondo {
namespace {

using Label = PrometheusText::Label;

constexpr std::array<double, 13> kTaskBounds = {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                                0.025,  0.05,    0.1,    0.25,  1,      10};
constexpr std::array<double, 12> kDelayBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                 0.1,   0.25,   0.5,   1,    2.5,   10};

double Seconds(uint64_t ns) { return static_cast<double>(ns) / 1e9; }

// `below` values are less than every bound.
template <size_t N>
void WriteLog(PrometheusText* out, const std::array<double, N>& bounds, const LogCounts& counts,
              uint64_t below = 0) {
  std::array<uint64_t, N> cumulative;
  for (size_t i = 0; i < N; ++i)
    cumulative[i] = below + counts.AtMost(static_cast<uint64_t>(bounds[i] * 1e9));
  out->Histogram(bounds, cumulative, below + counts.count(), Seconds(counts.sum_ns));
}

template <size_t N>
void WriteBounded(PrometheusText* out, const std::array<double, N>& bounds,
                  const BoundHistogram<N>& histogram, std::span<const Label> labels) {
  std::array<uint64_t, N> cumulative;
  uint64_t count = 0;
  for (size_t i = 0; i < N; ++i) cumulative[i] = count += histogram.buckets[i];
  out->Histogram(bounds, cumulative, count + histogram.buckets[N], histogram.sum_seconds, labels);
}

// Of the eight bounds of a collection, those that a convention names.
template <size_t N>
void WriteGc(PrometheusText* out, const std::array<double, N>& bounds,
             const BoundHistogram<7>& histogram, Label label) {
  std::array<uint64_t, N> cumulative{};
  uint64_t count = 0;
  for (size_t i = 0; i <= kGcBounds.size(); ++i) {
    count += histogram.buckets[i];
    for (size_t n = 0; n < N && i < kGcBounds.size(); ++n) {
      if (kGcBounds[i] <= bounds[n]) cumulative[n] = count;
    }
  }
  out->Histogram(bounds, cumulative, count, histogram.sum_seconds, {&label, 1});
}

void WriteProcess(PrometheusText* out) {
  const ProcessStats process = ReadProcessStats();
  out->Counter("process_cpu_user_seconds_total", "User CPU time of the process, in seconds.",
               process.cpu_user_seconds);
  out->Counter("process_cpu_system_seconds_total", "System CPU time of the process, in seconds.",
               process.cpu_system_seconds);
  out->Counter("process_cpu_seconds_total", "User and system CPU time, in seconds.",
               process.cpu_seconds());
  out->Gauge("process_start_time_seconds", "When the process began, in seconds since 1970.",
             process.start_time_seconds);
  out->Gauge("process_resident_memory_bytes", "Resident memory, in bytes.",
             static_cast<double>(process.resident_bytes));
  out->Gauge("process_virtual_memory_bytes", "Virtual memory, in bytes.",
             static_cast<double>(process.virtual_bytes));
  out->Gauge("process_open_fds", "Open file descriptors.", static_cast<double>(process.open_fds));
  out->Gauge("process_max_fds", "File descriptors that may be open at once.",
             static_cast<double>(process.max_fds));
}

void WriteDelays(PrometheusText* out, const DelayStats& delays, const LoopNow& now) {
  struct {
    const char* name;
    const char* what;
    double seconds;
  } const rows[] = {{"min", "Lowest", delays.min},
                    {"max", "Highest", delays.max},
                    {"mean", "Mean", delays.mean},
                    {"stddev", "Standard deviation of the", delays.stddev},
                    {"p50", "50th percentile of the", delays.p50},
                    {"p90", "90th percentile of the", delays.p90},
                    {"p99", "99th percentile of the", delays.p99}};
  const std::string tail = " delay of the event loop over the last 60 seconds, in seconds.";
  out->Gauge("nodejs_eventloop_lag_seconds",
             "How long the event loop has not looked for events, in seconds; 0 while it waits.",
             Seconds(now.turn_age_ns()));
  for (const auto& row : rows) {
    out->Gauge(std::string("nodejs_eventloop_lag_") + row.name + "_seconds", row.what + tail,
               row.seconds);
  }
  for (const auto& row : rows) {
    out->Gauge(std::string("nodejs_eventloop_delay_") + row.name + "_seconds", row.what + tail,
               row.seconds);
  }
}

void WriteLoop(PrometheusText* out, const Published& published, const History& history,
               const LoopNow& now) {
  WriteDelays(out, history.Delays(now), now);
  out->Gauge("nodejs_eventloop_utilization_ratio",
             "Share of the last second in which the event loop did not wait for events.",
             history.utilization());
  out->Begin("nodejs_eventloop_time_seconds_total", "counter",
             "Time of the event loop by state: active, or idle (waiting for events).");
  const uint64_t up_ns = now.at_ns - published.start_ns();
  const uint64_t busy_ns = std::min(now.busy_ns, up_ns);
  out->Sample(Seconds(busy_ns), Label("nodejs_eventloop_state", "active"));
  out->Sample(Seconds(up_ns - busy_ns), Label("nodejs_eventloop_state", "idle"));

  out->Begin("rondo_eventloop_delay_seconds", "histogram",
             "How long an event would have waited that came at any moment (every 10 ms one), to "
             "6 %, in seconds.");
  WriteLog(out, kDelayBounds, published.delay().Read(), published.idle_points());
  out->Counter("rondo_eventloop_turns_total", "Turns of the event loop.",
               static_cast<double>(published.turns()));
  out->Begin("rondo_tasks_total", "counter", "Tasks by kind.");
  for (int i = 0; i < static_cast<int>(TaskKind::kCount); ++i) {
    const auto kind = static_cast<TaskKind>(i);
    out->Sample(static_cast<double>(published.tasks(kind)), Label("kind", TaskKindName(kind)));
  }
  out->Begin("rondo_task_seconds_total", "counter", "Time that tasks took, by kind.");
  for (int i = 0; i < static_cast<int>(TaskKind::kCount); ++i) {
    const auto kind = static_cast<TaskKind>(i);
    out->Sample(Seconds(published.task_ns(kind)), Label("kind", TaskKindName(kind)));
  }
  out->Begin("rondo_task_duration_seconds", "histogram",
             "How long tasks took, to 6 %, in seconds.");
  WriteLog(out, kTaskBounds, published.task_time().Read());
  out->Begin("rondo_drain_duration_seconds", "histogram",
             "How long ticks and microtasks took after tasks that ran for some milliseconds, to "
             "6 %, in seconds.");
  WriteLog(out, kTaskBounds, published.drain_time().Read());
  out->Gauge("rondo_current_task_age_seconds",
             "For how long the running task has run; 0 when none does.", Seconds(now.task_age_ns));
}

void WriteCpuWait(PrometheusText* out, const Usage& usage, bool quota) {
  out->Counter("rondo_cpu_wait_seconds_total",
               "Time that the event loop's thread was ready to run and waited for a CPU.",
               Seconds(usage.wait_ns));
  if (!quota) return;
  out->Counter("rondo_cpu_throttled_seconds_total",
               "Time that the CPU quota of the process's cgroup kept its threads from running, "
               "added up over the CPUs.",
               Seconds(usage.throttled_ns));
}

void WriteLongTasks(PrometheusText* out, const Published& published) {
  const LongTaskFacts facts = published.LongTasks();
  out->Counter("rondo_blocked_seconds_total", "Time that long tasks held the event loop.",
               Seconds(facts.blocked_ns));
  out->Begin("rondo_long_task_duration_seconds", "histogram",
             "How long tasks over the threshold took, by kind and cause.");
  for (const auto& [key, histogram] : facts.durations) {
    const Label labels[] = {{"kind", TaskKindName(key.first)}, {"cause", CauseName(key.second)}};
    WriteBounded(out, kLongTaskBounds, histogram, labels);
  }
  out->Begin("rondo_long_task_victims_total", "counter", "Who waited for long tasks, by kind.");
  for (const auto& [kind, count] : facts.victims)
    out->Sample(static_cast<double>(count), Label("victim", kind));
  out->Begin("rondo_long_task_victim_wait_seconds", "histogram",
             "The longest wait of each long task's victims, by their kind.");
  for (const auto& [kind, histogram] : facts.waits) {
    const Label label("victim", kind);
    WriteBounded(out, kLongTaskBounds, histogram, {&label, 1});
  }
}

void WriteQueues(PrometheusText* out, const Published& published, const Resources& resources,
                 const LoopNow& now) {
  const Waiting waiting = LookAtQueues(published, resources, now.at_ns);
  out->Begin("rondo_queue_depth", "gauge",
             "What waits for the event loop. Sockets, connections and the timer are as of now, "
             "immediates and requests as of the last turn.");
  out->Sample(static_cast<double>(waiting.sockets), Label("queue", "sockets"));
  out->Sample(static_cast<double>(waiting.connections), Label("queue", "connections"));
  out->Sample(static_cast<double>(waiting.immediates), Label("queue", "immediates"));
  out->Sample(static_cast<double>(waiting.completions), Label("queue", "completions"));
  out->Gauge("rondo_timer_overdue_seconds", "By how much the first timer is overdue, in seconds.",
             Seconds(waiting.timer_overdue_ns));
  out->Gauge("rondo_requests_in_flight", "Operations of libuv that are not complete.",
             static_cast<double>(waiting.requests));
  out->Gauge("rondo_pool_queue_depth", "Requests that wait for a thread of the pool.",
             static_cast<double>(waiting.pool_queued));
  out->Begin("rondo_pool_wait_seconds", "histogram",
             "Waits for a thread of the pool that were as long as a long task, by cause.");
  for (const auto& [cause, histogram] : published.PoolWaits()) {
    const Label label("cause", PoolCauseName(cause));
    WriteBounded(out, kLongTaskBounds, histogram, {&label, 1});
  }
  out->Gauge("rondo_pool_running", "Requests that a thread of the pool works on.",
             static_cast<double>(waiting.pool_running.size()));
  out->Gauge("rondo_pool_threads", "Threads of the pool; 0 before its first request.",
             static_cast<double>(waiting.pool_threads));
  out->Begin("nodejs_active_resources", "gauge", "Active handles and requests, by type.");
  for (const auto& [type, count] : resources.active)
    out->Sample(static_cast<double>(count), Label("type", type));
}

void WriteSpaces(PrometheusText* out, const Resources& resources, const char* name,
                 const char* help, const char* label, uint64_t Resources::Space::*size) {
  out->Begin(name, "gauge", help);
  for (const Resources::Space& space : resources.spaces) {
    std::string_view shown = space.name;
    // prom-client leaves the ending out.
    if (std::string_view(label) == "space" && shown.ends_with("_space"))
      shown.remove_suffix(std::string_view("_space").size());
    out->Sample(static_cast<double>(space.*size), Label(label, shown));
  }
}

void WriteHeap(PrometheusText* out, const Resources& heap, const LoopNow& now) {
  out->Gauge("nodejs_heap_size_total_bytes", "Memory of V8's heap, in bytes.",
             static_cast<double>(heap.heap_total));
  out->Gauge("nodejs_heap_size_used_bytes", "Of which used, in bytes.",
             static_cast<double>(heap.heap_used));
  out->Gauge("nodejs_external_memory_bytes", "Memory outside of V8's heap that it keeps, in bytes.",
             static_cast<double>(heap.heap_external));
  out->Gauge("rondo_heap_size_limit_bytes", "What V8's heap may grow to, in bytes.",
             static_cast<double>(heap.heap_limit));
  out->Gauge("rondo_heap_statistics_age_seconds",
             "How old the heap's figures are: they are read once a second, between two turns.",
             heap.at_ns == 0 ? 0 : Seconds(now.at_ns - std::min(heap.at_ns, now.at_ns)));
  using Space = Resources::Space;
  WriteSpaces(out, heap, "nodejs_heap_space_size_total_bytes", "A heap space, in bytes.", "space",
              &Space::size);
  WriteSpaces(out, heap, "nodejs_heap_space_size_used_bytes", "Of which used, in bytes.", "space",
              &Space::used);
  WriteSpaces(out, heap, "nodejs_heap_space_size_available_bytes", "Of which free, in bytes.",
              "space", &Space::available);
  const char* otel = "v8js_heap_space_name";
  WriteSpaces(out, heap, "v8js_memory_heap_space_size_bytes", "A heap space, in bytes.", otel,
              &Space::size);
  WriteSpaces(out, heap, "v8js_memory_heap_used_bytes", "Of which used, in bytes.", otel,
              &Space::used);
  WriteSpaces(out, heap, "v8js_memory_heap_space_available_size_bytes", "Of which free, in bytes.",
              otel, &Space::available);
  WriteSpaces(out, heap, "v8js_memory_heap_space_physical_size_bytes",
              "Committed memory of a heap space, in bytes.", otel, &Space::physical);
}

void WriteCollections(PrometheusText* out, const Published& published) {
  static constexpr std::array<double, 6> kPromClient = {0.001, 0.01, 0.1, 1, 2, 5};
  static constexpr std::array<double, 4> kOpenTelemetry = {0.01, 0.1, 1, 10};
  static constexpr std::array<const char*, static_cast<size_t>(GcKind::kCount)> kNames = {
      "minor", "major", "incremental", "weakcb"};
  out->Begin("nodejs_gc_duration_seconds", "histogram",
             "How long garbage collections took, by kind.");
  for (size_t i = 0; i < kNames.size(); ++i)
    WriteGc(out, kPromClient, published.Gc(static_cast<GcKind>(i)), {"kind", kNames[i]});
  out->Begin("v8js_gc_duration_seconds", "histogram",
             "How long garbage collections took, by kind.");
  for (size_t i = 0; i < kNames.size(); ++i)
    WriteGc(out, kOpenTelemetry, published.Gc(static_cast<GcKind>(i)), {"v8js_gc_type", kNames[i]});
}

}  // namespace

std::string MetricsText(const Published& published, const History& history, const Usage& usage,
                        bool quota) {
  PrometheusText out;
  const LoopNow now = LookAtLoop(published);
  const Resources resources = published.LatestResources();
  WriteProcess(&out);
  WriteLoop(&out, published, history, now);
  WriteCpuWait(&out, usage, quota);
  WriteLongTasks(&out, published);
  WriteQueues(&out, published, resources, now);
  WriteHeap(&out, resources, now);
  WriteCollections(&out, published);
  out.Begin("rondo_version_info", "gauge", "Rondo's version.");
  out.Sample(1, Label("version", "v" RONDO_VERSION));
  return out.Take();
}

}  // namespace rondo
