#include "runtime/observe/stacks/js_samples.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

namespace rondo {

namespace {

constexpr size_t kMaxFrames = 5;  // of a sample's stack

bool SameFunction(const std::vector<SourceFrame>& a, const std::vector<SourceFrame>& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  return a[0].file == b[0].file && a[0].function == b[0].function;
}

// lib/internal/ticks.ts runs the callbacks of queueMicrotask in runNext.
bool InQueueMicrotask(v8::Isolate* isolate) { return TopFunctionName(isolate) == "runNext"; }

}  // namespace

void JsSamples::Add(v8::Isolate* isolate, TaskPhase phase, uint64_t latency_ns, bool within_call) {
  std::vector<SourceFrame> stack = CurrentUserStack(isolate, CallTreeBuilder::kMaxDepth);
  const bool late = latency_ns > kLateNs;
  if (late) {
    tree_.AddLate();
  } else if (!stack.empty()) {
    tree_.Add(stack);
  }
  if (stack.size() > kMaxFrames) stack.resize(kMaxFrames);
  if (first_asked_ns_ == 0) first_asked_ns_ = Loop::NowNs() - latency_ns;
  if (late) late_ns_ += latency_ns;
  const bool between = phase == TaskPhase::kTicks || phase == TaskPhase::kMicrotasks;
  if (stack.empty() && !between) return;
  const bool queue_microtask = stack.empty() && InQueueMicrotask(isolate);
  for (JsSample& sample : samples_) {
    // A function that is running moves between lines: samples of one function count as one, at its
    // latest place.
    if (sample.late == late && sample.within_call == within_call && sample.phase == phase &&
        SameFunction(sample.stack, stack)) {
      sample.count++;
      sample.queue_microtask |= queue_microtask;
      sample.stack = std::move(stack);
      if (phase == TaskPhase::kMicrotasks) SendProbe(isolate, sample.number);
      return;
    }
  }
  JsSample sample{std::move(stack), phase, 1, 0, late, within_call, queue_microtask, ++numbered_};
  if (phase == TaskPhase::kMicrotasks) SendProbe(isolate, sample.number);
  if (samples_.size() < kMaxSamples) {
    samples_.push_back(std::move(sample));
    return;
  }
  // What comes now may be what takes the time: the first of the rarest makes room.
  *std::min_element(samples_.begin(), samples_.end(), [](const JsSample& a, const JsSample& b) {
    return std::pair(a.count, a.number) < std::pair(b.count, b.number);
  }) = std::move(sample);
}

void JsSamples::SendProbe(v8::Isolate* isolate, uint64_t sample) {
  isolate->EnqueueMicrotask(&JsSamples::OnProbe,
                            new Probe{this, generation_, sample, Loop::NowNs()});
}

void JsSamples::OnProbe(void* data) {
  std::unique_ptr<Probe> probe(static_cast<Probe*>(data));
  JsSamples& self = *probe->owner;
  if (probe->generation != self.generation_ || Loop::NowNs() - probe->queued_ns >= kLateNs) return;
  for (JsSample& sample : self.samples_) {
    if (sample.number == probe->sample) sample.flood_votes++;
  }
}

std::vector<const JsSample*> JsSamples::Exact(size_t limit) const {
  std::vector<const JsSample*> exact;
  for (const JsSample& sample : samples_) {
    if (!sample.late && !sample.stack.empty()) exact.push_back(&sample);
  }
  std::stable_sort(exact.begin(), exact.end(),
                   [](const JsSample* a, const JsSample* b) { return a->count > b->count; });
  if (exact.size() > limit) exact.resize(limit);
  return exact;
}

const JsSample* JsSamples::Top() const {
  const JsSample* top = nullptr;
  for (const JsSample& sample : samples_) {
    auto rank = [](const JsSample& s) { return std::tuple(!s.late, !s.stack.empty(), s.count); };
    if (!top || rank(sample) > rank(*top)) top = &sample;
  }
  return top;
}

}  // namespace rondo
