// How long requests waited before they were begun with, and for whom. See runtime/observe/blame.h.
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "bindings/http/http.h"
#include "runtime/base/format.h"
#include "runtime/loop/coarse_clock.h"

namespace rondo {
namespace {

uint64_t Ns(double ms) { return ms > 0 ? static_cast<uint64_t>(std::llround(ms * 1e6)) : 0; }

void ToArguments(Js& js, const Waited& waited, v8::Local<v8::Value>* argv) {
  argv[0] = js.Number(Ms(waited.arrival_ns));
  argv[1] = js.Number(Ms(waited.start_ns));
  argv[2] = js.Bool(waited.estimated);
}

Waited FromArguments(double arrival, double start, bool estimated) {
  Waited waited{Ns(arrival), Ns(start), estimated};
  waited.start_ns = std::max(waited.start_ns, waited.arrival_ns);
  return waited;
}

Blame ShareOut(Loop& loop, const Waited& waited) {
  return loop.State<Holds>().Share(waited,
                                   loop.current_number() != 0 ? loop.current_start_ns() : 0);
}

// Undefined for a place that is not known.
v8::Local<v8::Value> ToValue(Js& js, const SourceFrame& frame) {
  if (frame.line == 0) return js.Undefined();
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  js.Set(out, "function", js.String(frame.function));
  js.Set(out, "file", js.String(frame.file));
  js.Set(out, "line", js.Int(frame.line));
  js.Set(out, "column", js.Int(frame.column));
  return out;
}

}  // namespace

int HttpParser::AddWait(v8::Local<v8::Value>* argv) {
  if (!stream_ || !holds_.watched()) return 0;
  uint64_t read_ns = head_start_ns_;
  // Requests that came together wait for those before them.
  if (heads_in_read_ > 0 && CoarseNs() > read_ns) head_start_ns_ = Loop::NowNs();
  const bool for_others = head_start_ns_ - read_ns >= Holds::kNoticeableNs;
  const bool for_holds = holds_.armed() && holds_.MayHaveWaited(loop_.uv(), read_ns, is_new_);
  if (!for_others && !for_holds) return 0;
  // The task's start is known to a tick only, and a little of its time has passed since.
  if (heads_in_read_ == 0) read_ns = head_start_ns_ = Loop::NowNs();

  std::optional<Waited> waited;
  if (std::optional<Arrival> arrival = LastArrival(stream_->Fd())) {
    waited = holds_.Wait(*arrival, read_ns, head_start_ns_);
  } else if (for_holds) {
    waited = holds_.EstimateWait(loop_.uv(), head_start_ns_);
  }
  // At least since it was read.
  if (!waited && for_others) waited = Waited{read_ns, head_start_ns_, true};
  if (!waited) return 0;
  if (heads_in_read_ == 0) loop_.NoteWait(waited->arrival_ns, waited->arrival_ns, 0);
  ToArguments(loop_.js(), *waited, argv);
  return 3;
}

v8::Local<v8::Value> HttpParser::LastWait(Js& js, bool sparing) {
  constexpr uint64_t kSparingNs = 100'000;
  if (!stream_ || !holds_.watched() || head_start_ns_ == 0) return js.Undefined();
  if (sparing && head_start_ns_ - state_.wait_asked_ns < kSparingNs) return js.Undefined();
  state_.wait_asked_ns = head_start_ns_;
  std::optional<Arrival> arrival = LastArrival(stream_->Fd());
  if (!arrival) return js.Undefined();
  std::optional<Waited> waited = holds_.Wait(*arrival, head_start_ns_, head_start_ns_);
  if (!waited) return js.Undefined();
  v8::Local<v8::Value> parts[3];
  ToArguments(js, *waited, parts);
  return v8::Array::New(js.isolate(), parts, 3);
}

v8::Local<v8::Object> HttpBlame(Loop& loop, Js& js, double arrival, double start, bool estimated) {
  const Waited waited = FromArguments(arrival, start, estimated);
  const Blame blame = ShareOut(loop, waited);
  v8::Isolate* isolate = js.isolate();
  std::vector<v8::Local<v8::Value>> culprits;
  for (const Blame::Culprit& culprit : blame.culprits) {
    const Hold& hold = culprit.hold;
    v8::Local<v8::Object> each = v8::Object::New(isolate);
    js.Set(each, "duration", js.Number(Ms(culprit.duration_ns)));
    js.Set(each, "task", js.Number(static_cast<double>(hold.task)));
    js.Set(each, "kind", js.Latin1(TaskKindName(hold.kind)));
    js.Set(each, "cause", js.Latin1(CauseName(hold.cause)));
    js.Set(each, "name", js.String(hold.name));
    js.Set(each, "place", ToValue(js, hold.place));
    js.Set(each, "callback", ToValue(js, hold.callback));
    culprits.push_back(each);
  }
  v8::Local<v8::Object> out = v8::Object::New(isolate);
  js.Set(out, "wait", js.Number(Ms(blame.wait_ns)));
  js.Set(out, "remainder", js.Number(Ms(blame.remainder_ns)));
  js.Set(out, "estimated", js.Bool(estimated));
  js.Set(out, "culprits", v8::Array::New(isolate, culprits.data(), culprits.size()));
  return out;
}

std::string HttpServerTiming(Loop& loop, double arrival, double start) {
  return ServerTimingText(ShareOut(loop, FromArguments(arrival, start, false)));
}

}  // namespace rondo
