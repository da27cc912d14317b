#include "runtime/monitor/history.h"

#include <time.h>

#include <algorithm>
#include <cmath>

namespace rondo {
namespace {

constexpr uint64_t kMaxHeldUp = 100'000;

double MiddleSeconds(size_t bucket) {
  const uint64_t begin = bucket == 0 ? 0 : LogBuckets::End(bucket - 1);
  return static_cast<double>(begin + LogBuckets::End(bucket)) / 2e9;
}

double WallTime() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

uint64_t TaskCount(const Published& published) {
  uint64_t count = 0;
  for (int kind = 0; kind < static_cast<int>(TaskKind::kCount); ++kind)
    count += published.tasks(static_cast<TaskKind>(kind));
  return count;
}

// The delay that a share of the points stays within.
double Quantile(const LogCounts& counts, uint64_t total, double share) {
  const auto rank = static_cast<uint64_t>(std::ceil(share * static_cast<double>(total)));
  uint64_t seen = total - counts.count();
  if (seen >= rank) return 0;
  for (size_t i = 0; i < counts.buckets.size(); ++i) {
    seen += counts.buckets[i];
    if (seen >= rank) return MiddleSeconds(i);
  }
  return 0;
}

}  // namespace

DelayStats StatsOf(const LogCounts& counts, uint64_t total) {
  DelayStats stats;
  const uint64_t delayed = counts.count();
  total = std::max(total, delayed);
  if (total == 0) return stats;
  double sum = 0, squares = 0;
  bool first = true;
  for (size_t i = 0; i < counts.buckets.size(); ++i) {
    if (counts.buckets[i] == 0) continue;
    const double seconds = MiddleSeconds(i), count = static_cast<double>(counts.buckets[i]);
    sum += seconds * count;
    squares += seconds * seconds * count;
    stats.max = seconds;
    if (first && delayed == total) stats.min = seconds;
    first = false;
  }
  const auto n = static_cast<double>(total);
  stats.mean = sum / n;
  stats.stddev = std::sqrt(std::max(0.0, squares / n - stats.mean * stats.mean));
  stats.p50 = Quantile(counts, total, 0.5);
  stats.p90 = Quantile(counts, total, 0.9);
  stats.p99 = Quantile(counts, total, 0.99);
  return stats;
}

History::History(const Published& published)
    : published_(published), at_ns_(published.start_ns()) {}

// Points within the running turn have waited from then until now.
void History::AddHeldUp(const LoopNow& now, LogCounts* counts) const {
  if (now.turn_start_ns == 0) return;
  uint64_t point = published_.next_point_ns();
  if (point < now.turn_start_ns) {
    const uint64_t idle = now.turn_start_ns - point + Published::kPointNs - 1;
    point += idle / Published::kPointNs * Published::kPointNs;
  }
  for (uint64_t n = 0; point < now.at_ns && n < kMaxHeldUp; ++n, point += Published::kPointNs)
    counts->buckets[LogBuckets::Of(now.at_ns - point)]++;
}

LogCounts History::DelayCounts(const LoopNow& now, uint64_t* total) const {
  LogCounts counts;
  for (const Deltas& deltas : window_) {
    for (size_t i = 0; i < deltas.size(); ++i) counts.buckets[i] += deltas[i];
  }
  AddHeldUp(now, &counts);
  const uint64_t points = window_.size() * (1'000'000'000 / Published::kPointNs);
  *total = std::max(points, counts.count());
  return counts;
}

DelayStats History::Delays(const LoopNow& now) const {
  uint64_t total = 0;
  const LogCounts counts = DelayCounts(now, &total);
  return StatsOf(counts, total);
}

void History::Tick() {
  const LoopNow now = LookAtLoop(published_);
  const uint64_t passed_ns = std::max<uint64_t>(now.at_ns - at_ns_, 1);
  const double seconds = static_cast<double>(passed_ns) / 1e9;
  const LogCounts delay = published_.delay().Read();
  LogCounts counts;
  Deltas deltas;
  for (size_t i = 0; i < deltas.size(); ++i) {
    counts.buckets[i] = delay.buckets[i] - delay_before_.buckets[i];
    deltas[i] = static_cast<uint32_t>(std::min<uint64_t>(counts.buckets[i], UINT32_MAX));
  }
  if (window_.size() == kWindow) window_.pop_front();
  window_.push_back(deltas);
  AddHeldUp(now, &counts);
  const DelayStats stats = StatsOf(counts, passed_ns / Published::kPointNs);

  const ProcessStats process = ReadProcessStats();
  const uint64_t tasks = TaskCount(published_);
  HistoryPoint point;
  point.number = ++number_;
  point.time = WallTime();
  const uint64_t busy = now.busy_ns - std::min(busy_before_, now.busy_ns);
  point.utilization = std::min(1.0, static_cast<double>(busy) / static_cast<double>(passed_ns));
  point.p50 = stats.p50;
  point.p99 = stats.p99;
  point.max = stats.max;
  point.tasks = static_cast<double>(tasks - tasks_before_) / seconds;
  point.cpu = (process.cpu_seconds() - cpu_before_) / seconds;
  point.resident = static_cast<double>(process.resident_bytes);
  point.heap_used = static_cast<double>(published_.LatestResources().heap_used);
  if (points_.size() == kPoints) points_.pop_front();
  points_.push_back(point);

  delay_before_ = delay;
  at_ns_ = now.at_ns;
  busy_before_ = std::max(busy_before_, now.busy_ns);
  tasks_before_ = tasks;
  cpu_before_ = process.cpu_seconds();
}

}  // namespace rondo
