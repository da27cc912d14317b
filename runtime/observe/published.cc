#include "runtime/observe/published.h"

#include <algorithm>

namespace rondo {
namespace {

constexpr uint64_t kResourcesMs = 1000;

GcKind KindOf(v8::GCType type) {
  switch (type) {
    case v8::kGCTypeMarkSweepCompact:
      return GcKind::kMajor;
    case v8::kGCTypeIncrementalMarking:
      return GcKind::kIncremental;
    case v8::kGCTypeProcessWeakCallbacks:
      return GcKind::kWeakCallbacks;
    default:
      return GcKind::kMinor;
  }
}

// A descriptor that libuv reads from or listens on is added to the list.
void AddSocket(uv_handle_t* handle, void* out) {
  auto* sockets = static_cast<std::vector<int>*>(out);
  uv_os_fd_t fd;
  const bool stream = handle->type == UV_TCP || handle->type == UV_NAMED_PIPE;
  if (!stream || sockets->size() == Resources::kMaxSockets || !uv_is_active(handle)) return;
  if (uv_fileno(handle, &fd) == 0) sockets->push_back(fd);
}

}  // namespace

Published::Published(Loop& loop)
    : loop_(loop), start_ns_(Loop::NowNs()), next_point_(start_ns_ + kPointNs) {
  uv_prepare_init(loop.uv(), &prepare_);
  prepare_.data = this;
  uv_prepare_start(&prepare_,
                   [](uv_prepare_t* h) { static_cast<Published*>(h->data)->OnPrepare(); });
  uv_unref(reinterpret_cast<uv_handle_t*>(&prepare_));
}

// Before the poll: what came during the turn is seen next.
void Published::OnPrepare() {
  Increase(&turns_, 1);
  if (uint64_t start_ns = Get(turn_start_)) {
    turn_start_.store(0, std::memory_order_relaxed);
    CloseTurn(start_ns, turn_end_);
  }
  immediates_.store(loop_.immediates_waiting(), std::memory_order_relaxed);
  timer_due_ns_.store(static_cast<uint64_t>(loop_.next_timer_due() * 1e6),
                      std::memory_order_relaxed);
  requests_.store(loop_.uv()->active_reqs.count, std::memory_order_relaxed);
  const uint64_t now_ms = uv_now(loop_.uv());
  if (resources_ms_ == 0 || now_ms - resources_ms_ >= kResourcesMs) {
    resources_ms_ = now_ms;
    ReadResources();
  }
}

// Every point within the turn waited for its end; those since the turn before found the loop free.
void Published::CloseTurn(uint64_t start_ns, uint64_t end_ns) {
  Increase(&busy_ns_, end_ns - start_ns);
  uint64_t point = Get(next_point_);
  if (end_ns <= point) return;
  if (point < start_ns) {
    const uint64_t idle = (start_ns - point + kPointNs - 1) / kPointNs;
    Increase(&idle_points_, idle);
    point += idle * kPointNs;
  }
  for (; point < end_ns; point += kPointNs) delay_.Add(end_ns - point);
  next_point_.store(point, std::memory_order_relaxed);
}

uint64_t Published::turn_start_ns() const {
  if (uint64_t start_ns = Get(turn_start_)) return start_ns;
  if (loop_.current_number() == 0) return 0;
  const uint64_t start_ns = loop_.current_start_ns();
  return loop_.current_number() == 0 ? 0 : start_ns;
}

void Published::ReadResources() {
  Resources now;
  now.at_ns = Loop::NowNs();
  v8::Isolate* isolate = loop_.isolate();
  v8::HeapStatistics heap;
  isolate->GetHeapStatistics(&heap);
  now.heap_total = heap.total_heap_size();
  now.heap_used = heap.used_heap_size();
  now.heap_limit = heap.heap_size_limit();
  now.heap_external = heap.external_memory();
  now.heap_malloced = heap.malloced_memory();
  for (size_t i = 0; i < isolate->NumberOfHeapSpaces(); ++i) {
    v8::HeapSpaceStatistics space;
    if (!isolate->GetHeapSpaceStatistics(&space, i)) continue;
    now.spaces.push_back({space.space_name(), space.space_size(), space.space_used_size(),
                          space.space_available_size(), space.physical_space_size()});
  }
  const char* name = nullptr;  // many of one kind stand in a row
  uint64_t none = 0;
  uint64_t* count = &none;
  for (Active* active = loop_.active().first(); active; active = active->next()) {
    if (active->name() != name) {
      name = active->name();
      count = &now.active[name];
    }
    ++*count;
    if (active->ReadySinceNs() != 0) now.completions++;
  }
  uv_walk(loop_.uv(), &AddSocket, &now.sockets);
  std::lock_guard lock(mutex_);
  std::swap(resources_, now);
}

void Published::OnSample(uint64_t task, const std::vector<SourceFrame>& stack) {
  const uint64_t now_ns = Loop::NowNs();
  std::lock_guard lock(mutex_);
  sample_ = {task, now_ns, stack};
}

void Published::OnPoolWait(const PoolWait& wait) {
  std::lock_guard lock(mutex_);
  pool_waits_[wait.cause].Add(kLongTaskBounds, wait.waited_ns());
}

void Published::OnLongTask(const LongTask& task) {
  std::lock_guard lock(mutex_);
  long_tasks_.count++;
  long_tasks_.blocked_ns += task.duration_ns() - task.split.stopped_ns;
  long_tasks_.durations[{task.record.kind, task.cause}].Add(kLongTaskBounds, task.duration_ns());
  const Victims& victims = task.victims;
  for (auto [kind, waiters] : {std::pair<const char*, const Waiters*>{"timer", &victims.timers},
                               {"immediate", &victims.immediates},
                               {"completion", &victims.completions},
                               {"socket", &victims.sockets},
                               {"connection", &victims.connections}}) {
    if (waiters->count == 0) continue;
    long_tasks_.victims[kind] += static_cast<uint64_t>(waiters->count);
    // How long connections wait in the accept queue is not known.
    if (waiters->longest_ns > 0) long_tasks_.waits[kind].Add(kLongTaskBounds, waiters->longest_ns);
  }
  if (long_tasks_.latest.size() == LongTaskFacts::kKept) long_tasks_.latest.pop_front();
  long_tasks_.latest.push_back(task);
}

void Published::OnCollection(v8::GCType type, uint64_t took_ns) {
  std::lock_guard lock(mutex_);
  gc_[static_cast<size_t>(KindOf(type))].Add(kGcBounds, took_ns);
}

BoundHistogram<7> Published::Gc(GcKind kind) const {
  std::lock_guard lock(mutex_);
  return gc_[static_cast<size_t>(kind)];
}

LongTaskFacts Published::LongTasks() const {
  std::lock_guard lock(mutex_);
  return long_tasks_;
}

std::map<PoolWait::Cause, BoundHistogram<8>> Published::PoolWaits() const {
  std::lock_guard lock(mutex_);
  return pool_waits_;
}

StackSample Published::Sample() const {
  std::lock_guard lock(mutex_);
  return sample_;
}

Resources Published::LatestResources() const {
  std::lock_guard lock(mutex_);
  return resources_;
}

}  // namespace rondo
