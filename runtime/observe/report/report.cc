#include "runtime/observe/report/report.h"

#include <unistd.h>

#include <cstdio>

#include "runtime/observe/report/report_json.h"
#include "runtime/observe/report/report_signals.h"
#include "runtime/observe/report/report_text.h"

namespace rondo {

LongTaskReporter::LongTaskReporter(Loop& loop, const Options& options, Recorder* recorder)
    : loop_(loop),
      options_(options),
      json_(options.long_tasks_format == "json"),
      colors_(!json_ && ColorsOnStderr()),
      recorder_(recorder) {
  SetNoticeFormat(json_, colors_);
  uv_timer_init(loop.uv(), &timer_);
  uv_unref(reinterpret_cast<uv_handle_t*>(&timer_));
  timer_.data = this;
  loop.AtExit([](void* self) { static_cast<LongTaskReporter*>(self)->Finish(0); }, this);
  if (options.long_tasks_summary || recorder) {
    BeforeDeathBySignal(
        [](int signal, void* self) { static_cast<LongTaskReporter*>(self)->Finish(signal); }, this);
  }
}

bool LongTaskReporter::Wanted(const LongTask& task) const {
  return options_.long_tasks == "all" || (options_.long_tasks == "victims" && task.victims.any());
}

void LongTaskReporter::OnLongTask(const LongTask& task) {
  summary_.Add(task);
  if (recorder_) recorder_->AddLongTask(LineOf(task, 0));
  if (!Wanted(task)) return;
  std::lock_guard lock(mutex_);
  if (finished_) return;
  if (json_) {
    PrintJson(task);
  } else {
    PrintText(task);
  }
}

void LongTaskReporter::OnStopped() {
  summary_.AddStopped();
  if (recorder_) recorder_->AddStopped();
}

std::string LongTaskReporter::LineOf(const LongTask& task, uint64_t held_back) const {
  JsonLine json;
  json.String("type", "long-task").String("time", IsoTime());
  json.Integer("pid", static_cast<uint64_t>(getpid())).Members(LongTaskMembers(task));
  if (held_back > 0) json.Integer("heldBack", held_back);
  return json.Finish() + "\n";
}

void LongTaskReporter::PrintJson(const LongTask& task) {
  if (json_limit_.Allow(Loop::NowNs())) Print(LineOf(task, json_limit_.TakeHeldBack()));
}

void LongTaskReporter::PrintText(const LongTask& task) {
  std::string text;
  if (groups_.Add(CulpritOf(task), Loop::NowNs())) text = PlainReport(task);
  Print(text + TakeHeld(false));
}

std::string LongTaskReporter::TakeHeld(bool all) {
  std::string text = groups_.Take(Loop::NowNs(), all);
  if (!all) ArmTimer();
  return text;
}

void LongTaskReporter::ArmTimer() {
  const uint64_t due = groups_.due_ns();
  if (due == 0 || uv_is_active(reinterpret_cast<uv_handle_t*>(&timer_))) return;
  // libuv's clock stands still within a turn of the loop, which was long.
  const uint64_t due_ms = due / 1'000'000 + 1;
  const uint64_t now_ms = uv_now(loop_.uv());
  auto on_timer = [](uv_timer_t* timer) {
    auto* self = static_cast<LongTaskReporter*>(timer->data);
    std::lock_guard lock(self->mutex_);
    if (!self->finished_) self->Print(self->TakeHeld(false));
  };
  uv_timer_start(&timer_, on_timer, due_ms > now_ms ? due_ms - now_ms : 1, 0);
}

void LongTaskReporter::Print(std::string text) {
  if (text.empty()) return;
  if (colors_) text = ColorReport(text);
  if (broken_line_) text.insert(0, "\n");
  broken_line_ = !WriteToStderr(text);
}

std::string LongTaskReporter::RunningText() const {
  const uint64_t number = loop_.current_number(), start = loop_.current_start_ns();
  const uint64_t now = Loop::NowNs();
  if (number == 0 || start >= now) return "";
  const double held_ms = static_cast<double>(now - start) / 1e6;
  if (held_ms < options_.long_task_threshold_ms) return "";
  char text[128];
  std::snprintf(text, sizeof text,
                "  not counted: a task of kind '%s', which runs for %.1f s so far",
                TaskKindName(loop_.current_kind()), held_ms / 1000);
  const char* call = loop_.current_sync_call();
  return text + (call ? std::string(", now in ") + call : "") + "\n";
}

std::string LongTaskReporter::SummaryText(bool killed) const {
  if (!json_) return summary_.Format(kSummaryRows) + (killed ? RunningText() : "");
  JsonLine json;
  json.String("type", "summary").String("time", IsoTime());
  json.Integer("pid", static_cast<uint64_t>(getpid())).Members(summary_.JsonMembers(kSummaryRows));
  const uint64_t start = loop_.current_start_ns(), now = Loop::NowNs();
  if (killed && loop_.current_number() != 0 && start < now) json.Ms("running", now - start);
  return json.Finish() + "\n";
}

void LongTaskReporter::Finish(int signal) {
  {
    std::unique_lock lock(mutex_);
    if (finished_) {
      // The other thread ends the record: it is to be waited for.
      lock.unlock();
      if (recorder_) recorder_->Close(signal);
      return;
    }
    finished_ = true;
    std::string text = TakeHeld(true);
    if (uint64_t held = json_limit_.TakeHeldBack()) {
      JsonLine json;
      json.String("type", "held-back").String("time", IsoTime());
      json.Integer("pid", static_cast<uint64_t>(getpid())).Integer("heldBack", held);
      text += json.Finish() + "\n";
    }
    if (options_.long_tasks_summary) text += SummaryText(signal != 0);
    Print(std::move(text));
  }
  if (recorder_) recorder_->Close(signal);
}

}  // namespace rondo
