#include "runtime/observe/stacks/cpu_samples.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace rondo {
namespace {

constexpr int kIntervalUs = 5000;
constexpr uint64_t kKeepNs = 10'000'000'000;   // samples are dropped after that long
constexpr uint64_t kArmedNs = 60'000'000'000;  // after the last task that needed them
// V8 drops new samples when its buffer is full, so there is room for a task of several minutes.
constexpr unsigned kMaxSamples = 100'000;
constexpr size_t kMaxFrames = 5;
constexpr int kEnoughSamples = 3;  // fewer may be of a moment before or after

bool IsUserCode(const v8::CpuProfileNode* node) {
  const std::string file = node->GetScriptResourceNameStr();
  return !file.empty() && file.rfind("node:", 0) != 0;
}

// The line of `node`'s function where it was seen most often.
int BusiestLine(const v8::CpuProfileNode* node) {
  std::vector<v8::CpuProfileNode::LineTick> ticks(node->GetHitLineCount());
  if (ticks.empty() || !node->GetLineTicks(ticks.data(), static_cast<unsigned>(ticks.size())))
    return 0;
  return std::max_element(ticks.begin(), ticks.end(),
                          [](const auto& a, const auto& b) { return a.hit_count < b.hit_count; })
      ->line;
}

// The stack of users' functions above `leaf`. A node's own line number is that of the call in its
// parent; the leaf's is where the samples fell.
std::vector<SourceFrame> StackOf(const v8::CpuProfileNode* leaf) {
  std::vector<SourceFrame> stack;
  int line = BusiestLine(leaf);
  for (const v8::CpuProfileNode* node = leaf; node && stack.size() < kMaxFrames;
       line = node->GetLineNumber(), node = node->GetParent()) {
    if (!IsUserCode(node)) continue;
    stack.push_back({node->GetFunctionNameStr(), node->GetScriptResourceNameStr(), line, 0});
  }
  return stack;
}

}  // namespace

CpuSamples::~CpuSamples() { Disarm(); }

void CpuSamples::Arm(uint64_t now_ns) {
  disarm_ns_ = now_ns + kArmedNs;
  if (profiler_) return;
  profiler_ = v8::CpuProfiler::New(isolate_, v8::kDebugNaming, v8::kEagerLogging);
  profiler_->SetSamplingInterval(kIntervalUs);
  Start(now_ns);
}

void CpuSamples::Start(uint64_t now_ns) {
  v8::HandleScope handles(isolate_);
  profile_ = profiler_->Start(v8::CpuProfilingOptions(v8::kCallerLineNumbers, kMaxSamples)).id;
  next_ns_ = now_ns + kKeepNs;
}

void CpuSamples::Turn(uint64_t now_ns) {
  if (now_ns >= disarm_ns_) {
    Disarm();
  } else {
    (void)Take(now_ns, now_ns);
  }
}

void CpuSamples::Disarm() {
  if (!profiler_) return;
  v8::HandleScope handles(isolate_);
  if (v8::CpuProfile* profile = profiler_->Stop(profile_)) profile->Delete();
  profiler_->Dispose();
  profiler_ = nullptr;
}

std::vector<SourceFrame> CpuSamples::Take(uint64_t start_ns, uint64_t end_ns) {
  if (!profiler_) return {};
  v8::HandleScope handles(isolate_);
  const v8::ProfilerId ended = profile_;
  Start(end_ns);  // before the other ends, or V8 would begin anew
  v8::CpuProfile* profile = profiler_->Stop(ended);
  if (!profile) return {};
  std::map<const v8::CpuProfileNode*, int> hits;
  for (int i = 0; i < profile->GetSamplesCount(); ++i) {
    const auto at_ns = static_cast<uint64_t>(profile->GetSampleTimestamp(i)) * 1000;
    if (at_ns >= start_ns && at_ns <= end_ns) hits[profile->GetSample(i)]++;
  }
  // Samples without users' code (the garbage collector, V8 itself) tell no place.
  std::vector<SourceFrame> stack;
  int most = kEnoughSamples - 1;
  for (const auto& [node, count] : hits) {
    if (count <= most) continue;
    std::vector<SourceFrame> found = StackOf(node);
    if (found.empty()) continue;
    most = count;
    stack = std::move(found);
  }
  profile->Delete();
  return stack;
}

}  // namespace rondo
