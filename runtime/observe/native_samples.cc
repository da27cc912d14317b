#include "runtime/observe/native_samples.h"

#include <ucontext.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "runtime/loop/thread_signal.h"

namespace rondo {
namespace {

// For the handler, which is given nothing.
std::atomic<NativeSamples*> asking{nullptr};

bool ReadRegisters(const void* context, v8::RegisterState* state) {
#if defined(__linux__) && defined(__x86_64__)
  const auto& registers = static_cast<const ucontext_t*>(context)->uc_mcontext.gregs;
  state->pc = reinterpret_cast<void*>(registers[REG_RIP]);
  state->sp = reinterpret_cast<void*>(registers[REG_RSP]);
  state->fp = reinterpret_cast<void*>(registers[REG_RBP]);
  return true;
#else
  (void)context;
  (void)state;
  return false;
#endif
}

// Code that addresses of the samples lie in: the functions by address.
using Functions = std::map<const void*, SourceFrame>;
Functions* functions = nullptr;

int Number(std::string_view text) {
  int number = 0;
  for (char digit : text) {
    if (digit < '0' || digit > '9') return 0;
    number = number * 10 + (digit - '0');
  }
  return number;
}

// "JS:~sortWords /srv/app.js:12:3": a tag, a letter for the kind of code, the function's name, the
// script's, and where the function begins.
SourceFrame ParseName(std::string_view name, std::string_view script) {
  SourceFrame frame;
  const size_t column = name.rfind(':');
  if (column == std::string_view::npos || column == 0) return frame;
  const size_t line = name.rfind(':', column - 1);
  if (line == std::string_view::npos || line < script.size()) return frame;
  if (script.empty() || name.substr(line - script.size(), script.size()) != script) return frame;
  std::string_view function = name.substr(0, line - script.size());
  function.remove_prefix(std::min(function.find(':') + 1, function.size()));
  const size_t first = function.find_first_not_of("~^+*'");
  function.remove_prefix(first == std::string_view::npos ? function.size() : first);
  while (!function.empty() && function.back() == ' ') function.remove_suffix(1);
  frame.function = function;
  frame.file = script;
  frame.line = Number(name.substr(line + 1, column - line - 1));
  frame.column = Number(name.substr(column + 1));
  return frame;
}

void OnCode(const v8::JitCodeEvent* event) {
  if (!functions || event->type != v8::JitCodeEvent::CODE_ADDED || event->script.IsEmpty()) return;
  const auto* start = static_cast<const char*>(event->code_start);
  auto found = functions->lower_bound(start);
  if (found == functions->end() || found->first >= start + event->code_len) return;
  v8::Local<v8::Value> file = event->script->GetScriptName();
  if (!file->IsString()) return;
  v8::String::Utf8Value script(event->isolate, file);
  if (!*script) return;
  const SourceFrame frame = ParseName({event->name.str, event->name.len}, *script);
  for (; found != functions->end() && found->first < start + event->code_len; ++found)
    found->second = frame;
}

}  // namespace

void NativeSamples::Ask(uint64_t number) {
  if (taken_.load(std::memory_order_relaxed) >= kSamples) return;
  wanted_ = number;
  asking.store(this, std::memory_order_release);
  InterruptThread(loop_.thread(), &NativeSamples::OnSignal);
}

void NativeSamples::OnSignal(void* context) {
  NativeSamples* self = asking.load(std::memory_order_acquire);
  const size_t taken = self->taken_.load(std::memory_order_relaxed);
  v8::RegisterState registers;
  if (taken >= kSamples || self->loop_.current_number() != self->wanted_ ||
      !ReadRegisters(context, &registers)) {
    return;
  }
  Sample& sample = self->samples_[taken];
  v8::SampleInfo info{};
  self->loop_.isolate()->GetStackSample(registers, sample.frames, kFrames, &info);
  sample.count = info.frames_count;
  if (info.vm_state != v8::StateTag::GC && sample.count > 0)
    self->taken_.store(taken + 1, std::memory_order_relaxed);
}

std::vector<SourceFrame> NativeSamples::Locate(bool code_moved) {
  constexpr size_t kShown = 5;
  const size_t taken = taken_.load(std::memory_order_relaxed);
  if (taken == 0 || code_moved) return {};
  Functions known;
  for (size_t i = 0; i < taken; ++i) {
    for (size_t j = 0; j < samples_[i].count; ++j) known[samples_[i].frames[j]];
  }
  v8::HandleScope handles(loop_.isolate());
  functions = &known;
  loop_.isolate()->SetJitCodeEventHandler(v8::kJitCodeEventEnumExisting, OnCode);
  loop_.isolate()->SetJitCodeEventHandler(v8::kJitCodeEventDefault, nullptr);
  functions = nullptr;

  std::vector<std::pair<std::vector<SourceFrame>, int>> stacks;
  for (size_t i = 0; i < taken; ++i) {
    std::vector<SourceFrame> stack;
    for (size_t j = 0; j < samples_[i].count && stack.size() < kShown; ++j) {
      const SourceFrame& frame = known[samples_[i].frames[j]];
      if (!frame.internal()) stack.push_back(frame);
    }
    if (stack.empty()) continue;
    auto same = std::find_if(stacks.begin(), stacks.end(), [&](const auto& one) {
      return one.first.front() == stack.front();
    });
    if (same == stacks.end()) {
      stacks.emplace_back(std::move(stack), 1);
    } else {
      same->second++;
    }
  }
  auto most = std::max_element(stacks.begin(), stacks.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  return most == stacks.end() ? std::vector<SourceFrame>() : std::move(most->first);
}

}  // namespace rondo
