#include "runtime/observe/observer.h"

#include <unistd.h>

#include <algorithm>
#include <string>
#include <utility>

#include "runtime/observe/report/report_text.h"
#include "runtime/observe/report/summary.h"
#include "runtime/observe/stacks/call_arguments.h"

namespace rondo {
namespace {

// Below this the coarse times of records, a few milliseconds apart, are not good enough.
constexpr uint64_t kFineThresholdNs = 40'000'000;

PoolWaits::Print PrintedPoolWaits(const Options& options) {
  if (options.long_tasks == "off") return PoolWaits::Print::kNone;
  return options.long_tasks == "all" ? PoolWaits::Print::kAll : PoolWaits::Print::kSlowWork;
}

}  // namespace

Observer::Observer(Loop& loop, const Options& options, Recorder* recorder)
    : loop_(loop),
      options_(options),
      threshold_ns_(static_cast<uint64_t>(options.long_task_threshold_ms * 1e6)),
      noticeable_ns_(std::min(threshold_ns_, Holds::kNoticeableNs)),
      usage_(gettid(), &quota_),
      gc_(loop),
      native_samples_(loop),
      cpu_samples_(loop.isolate()),
      pool_waits_(threshold_ns_, PrintedPoolWaits(options)),
      watchdog_(loop, usage_, samples_, native_samples_, usage_log_, threshold_ns_),
      recorder_stats_(recorder ? &recorder->stats() : nullptr),
      origins_(loop),
      reporter_(loop, options, recorder),
      holds_(loop.State<Holds>()) {
  watchdog_.set_quiet(options.long_tasks == "off");
  if (recorder) origins_.FollowAll();
  if (threshold_ns_ < kFineThresholdNs) loop.UseExactTimes();
  holds_.SetRunning(
      [](void* self, uint64_t now_ns) {
        auto* observer = static_cast<Observer*>(self);
        const Loop& running = observer->loop_;
        return observer->DescribeHold(running.current_number(), running.current_kind(),
                                      running.current_start_ns(), now_ns);
      },
      this);
}

void Observer::OnTaskStart(const TaskRecord& record) {
  sync_calls_.Clear();
  samples_.Clear();
  native_samples_.Clear();
  gc_.Clear();
  immediates_before_ = loop_.immediates_waiting();
  watchdog_.OnTaskStart();
  if (recorder_stats_) [[unlikely]]
    recorder_stats_->OnTaskStart(record);
}

void Observer::OnTaskEnd(const TaskRecord& record) {
  ring_.Add(record);
  if (record.end_ns - record.start_ns >= noticeable_ns_) [[unlikely]]
    OnNoticeableTask(record);
  cpu_samples_.OnTaskEnd(record.end_ns);
  if (recorder_stats_) [[unlikely]]
    recorder_stats_->OnTaskEnd(record, gc_.times());
  if (published_) [[unlikely]]
    published_->OnTaskEnd(record);
}

void Observer::OnSyncCall(const SyncCall& call) { sync_calls_.Add(loop_.isolate(), call); }

void Observer::OnStillBlocked(const BlockedCall& call) {
  std::string called;
  const std::vector<SourceFrame> stack = CurrentUserStack(loop_.isolate(), 5, &called);
  const uint64_t number = loop_.current_number();
  const std::string name = SyncCalls::ShownName(call.name, called);
  const std::string arguments = PlainText(ShortArguments(*call.arguments), 300);
  watchdog_.SetPlace(number, stack, call.name, name + "(" + arguments + ")");
  if (published_) published_->OnSample(number, stack);
}

void Observer::OnNoticeableTask(const TaskRecord& record) {
  const uint64_t duration_ns = record.end_ns - record.start_ns;
  if (duration_ns >= threshold_ns_) OnLongTask(record);
  if (duration_ns < Holds::kNoticeableNs) return;
  Hold hold = DescribeHold(record.number, record.kind, record.start_ns, record.end_ns);
  if (!long_tasks_.empty() && long_tasks_.back().record.number == record.number) {
    const LongTask& task = long_tasks_.back();
    hold.cause = task.cause;
    hold.name = task.name;
    if (task.stack_is_culprit() || !task.within.empty()) hold.place = task.place().front();
    if (!task.invoker.empty()) hold.callback = task.invoker.front();
  } else {
    for (SourceFrame& frame : FunctionPlace(loop_.isolate(), loop_.Invoker())) {
      if (!frame.internal()) hold.callback = std::move(frame);
    }
  }
  holds_.Add(loop_.uv(), std::move(hold));
}

Hold Observer::DescribeHold(uint64_t number, TaskKind kind, uint64_t start_ns, uint64_t end_ns) {
  Hold hold;
  hold.task = number;
  hold.kind = kind;
  hold.start_ns = start_ns;
  hold.end_ns = end_ns;
  const uint64_t most = hold.duration_ns() / 2;
  if (sync_calls_.total_ns() >= most && !sync_calls_.Sorted().empty()) {
    const SyncSite& site = sync_calls_.Sorted().front();
    hold.cause = LongTask::Cause::kSyncCall;
    hold.name = site.name;
    if (!site.stack.empty()) hold.place = site.stack.front();
  } else if (gc_.times().total_ns() >= most) {
    hold.cause = LongTask::Cause::kGc;
  } else if (const JsSample* sample = samples_.Top(); sample && !sample->late) {
    hold.cause = LongTask::Cause::kJavaScript;
    if (!sample->stack.empty()) hold.place = sample->stack.front();
  }
  return hold;
}

void Observer::OnLongTask(const TaskRecord& record) {
  LongTask task = Describe(record);
  if (task.duration_ns() - task.split.stopped_ns < threshold_ns_) {
    stopped_count_++;
    reporter_.OnStopped();
    return;
  }
  FindCause(&task);
  v8::Local<v8::Value> invoker = loop_.Invoker();
  task.invoker = FunctionPlace(loop_.isolate(), invoker);
  task.origin = origins_.Frames(record.origin);
  origins_.Follow(invoker);
  std::erase_if(task.invoker, [](const SourceFrame& frame) { return frame.internal(); });
  task.victims = FindVictims(loop_, record, immediates_before_);
  long_task_count_++;
  reporter_.OnLongTask(task);
  if (published_) published_->OnLongTask(task);
  if (long_tasks_.size() == kKept) long_tasks_.pop_front();
  long_tasks_.push_back(std::move(task));
  if (on_long_task_) on_long_task_(on_long_task_data_);
}

LongTask Observer::Describe(const TaskRecord& record) {
  LongTask task;
  task.record = record;
  task.gc = gc_.times();
  task.drain_ns = record.end_ns - record.js_end_ns;
  for (const JsSample* sample : samples_.Exact(LongTask::kMaxSeen))
    task.seen.push_back({sample->count, sample->stack});
  if (CallTree tree = samples_.Tree(); tree.count > 0)
    task.tree = std::make_shared<const CallTree>(std::move(tree));
  TaskTimes times;
  times.duration_ns = task.duration_ns();
  times.before = usage_log_.Before(record.start_ns);
  times.after = usage_.Read();
  times.stopped_ns = usage_log_.StoppedNs(record.start_ns, record.end_ns);
  times.sync_ns = sync_calls_.total_ns();
  times.gc_ns = task.gc.total_ns() - gc_.within_sync_ns();
  if (const uint64_t overdue_ns = usage_log_.OverdueNs(record.start_ns, record.end_ns)) {
    // The task may end before the watchdog knows that the process was stopped. Then this thread
    // neither ran nor waited for a CPU meanwhile.
    const uint64_t known_ns =
        times.after.cpu_ns - times.before.cpu_ns + times.after.wait_ns - times.before.wait_ns;
    const uint64_t known_of_it = std::min(known_ns + times.stopped_ns, times.duration_ns);
    times.stopped_ns += std::min(overdue_ns, times.duration_ns - known_of_it);
  }
  task.split = SplitTime(times);
  task.major_faults = times.after.major_faults - times.before.major_faults;
  return task;
}

}  // namespace rondo
