// binding:histogram: the C++ half of perf_hooks' histograms.
#include <memory>
#include <optional>

#include "bindings/all.h"
#include "runtime/js/class.h"
#include "runtime/loop/loop.h"
#include "runtime/observe/times/loop_delays.h"

namespace rondo {
namespace {

using v8::BigInt;
using v8::Local;

// Holds a histogram that lib/ fills, or one of the loop's delays. Integers go to lib/ as bigints.
class HistogramHandle : public Wrapped {
 public:
  static constexpr const char* kClassName = "HistogramHandle";

  HistogramHandle(Loop& loop, std::unique_ptr<Histogram> histogram)
      : loop_(loop), own_(std::move(histogram)), histogram_(*own_) {
    AccountFor(1);
  }
  HistogramHandle(Loop& loop, std::unique_ptr<DelayHistogram> delays)
      : loop_(loop), delays_(std::move(delays)), histogram_(delays_->histogram()) {
    AccountFor(1);
  }
  ~HistogramHandle() override {
    Disable();
    AccountFor(-1);
  }

  void Record(int64_t value) { histogram_.Record(value); }
  void RecordCorrected(int64_t value, int64_t interval) {
    histogram_.RecordCorrected(value, interval);
  }
  // The nanoseconds since the last call; the first only begins.
  void RecordDelta() {
    const uint64_t now_ns = Loop::NowNs();
    if (delta_start_ns_ != 0) histogram_.Record(static_cast<int64_t>(now_ns - delta_start_ns_));
    delta_start_ns_ = now_ns;
  }
  void Add(HistogramHandle* other) { histogram_.Add(other->histogram_); }
  void Reset() {
    Settle();
    histogram_.Reset();
    delta_start_ns_ = 0;
  }

  // The delays of the loop. False when it is, or is not, enabled already.
  bool Enable() {
    if (!delays_ || enabled_) return false;
    enabled_ = true;
    loop_.State<LoopDelays>().Add(loop_, delays_.get());
    return true;
  }
  bool Disable() {
    if (!enabled_) return false;
    enabled_ = false;
    loop_.State<LoopDelays>().Remove(delays_.get());
    return true;
  }

  Local<v8::Value> Count(Js& js) { return Big(js, Settled().count()); }
  Local<v8::Value> Exceeds(Js& js) { return Big(js, Settled().exceeds()); }
  Local<v8::Value> Min(Js& js) { return Big(js, Settled().Min()); }
  Local<v8::Value> Max(Js& js) { return Big(js, Settled().Max()); }
  double Mean() { return Settled().Mean(); }
  double Stddev() { return Settled().Stddev(); }
  Local<v8::Value> Percentile(Js& js, double percentile) {
    return Big(js, Settled().Percentile(percentile));
  }
  Local<v8::Value> CountAt(Js& js, int64_t value) { return Big(js, Settled().CountAt(value)); }
  // [percentile, value, percentile, value ...]
  Local<v8::Array> Percentiles(Js& js) {
    std::vector<Local<v8::Value>> out;
    for (auto [percentile, value] : Settled().Percentiles()) {
      out.push_back(js.Number(percentile));
      out.push_back(Big(js, value));
    }
    return v8::Array::New(js.isolate(), out.data(), out.size());
  }

 private:
  static Local<v8::Value> Big(Js& js, int64_t value) { return BigInt::New(js.isolate(), value); }

  void Settle() {
    if (enabled_) loop_.State<LoopDelays>().Settle();
  }
  const Histogram& Settled() {
    Settle();
    return histogram_;
  }
  void AccountFor(int sign) {
    loop_.isolate()->AdjustAmountOfExternalAllocatedMemory(
        sign * static_cast<int64_t>(histogram_.MemoryBytes()));
  }

  Loop& loop_;
  std::unique_ptr<Histogram> own_;
  std::unique_ptr<DelayHistogram> delays_;
  Histogram& histogram_;
  bool enabled_ = false;
  uint64_t delta_start_ns_ = 0;
};

// Values from `lowest` to `highest` with `figures` digits; with `intervalNs`, of the loop's delays.
Result<HistogramHandle*> NewHistogram(Loop& loop, int64_t lowest, int64_t highest, int32_t figures,
                                      std::optional<double> interval_ns) {
  const Error no_memory =
      Error::Plain("ERR_OUT_OF_MEMORY", "There is not enough memory for a histogram of that range");
  if (interval_ns) {
    auto delays = DelayHistogram::Make(static_cast<uint64_t>(*interval_ns));
    if (!delays) return no_memory;
    return new HistogramHandle(loop, std::move(delays));
  }
  auto histogram = Histogram::Make(lowest, highest, figures);
  if (!histogram) return no_memory;
  return new HistogramHandle(loop, std::move(histogram));
}

}  // namespace

constinit const BindingSpec kHistogramBinding = Binding<
    "histogram",
    Class<HistogramHandle, Ctor<&NewHistogram, "lowest", "highest", "figures", "intervalNs">,
          Fn<"record", &HistogramHandle::Record, "value">,
          Fn<"recordCorrected", &HistogramHandle::RecordCorrected, "value", "interval">,
          Fn<"recordDelta", &HistogramHandle::RecordDelta>,
          Fn<"add", &HistogramHandle::Add, "other">, Fn<"reset", &HistogramHandle::Reset>,
          Fn<"enable", &HistogramHandle::Enable>, Fn<"disable", &HistogramHandle::Disable>,
          Fn<"count", &HistogramHandle::Count>, Fn<"exceeds", &HistogramHandle::Exceeds>,
          Fn<"min", &HistogramHandle::Min>, Fn<"max", &HistogramHandle::Max>,
          Fn<"mean", &HistogramHandle::Mean>, Fn<"stddev", &HistogramHandle::Stddev>,
          Fn<"percentile", &HistogramHandle::Percentile, "percentile">,
          Fn<"countAt", &HistogramHandle::CountAt, "value">,
          Fn<"percentiles", &HistogramHandle::Percentiles>>>;

}  // namespace rondo
