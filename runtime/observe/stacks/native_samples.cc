#include "runtime/observe/stacks/native_samples.h"

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

// The code that an address of a sample lies in. V8's own has no place; what is not in V8's list,
// code that was compiled in the middle of a loop for instance, has neither.
struct Code {
  std::string builtin;  // "ArrayPrototypeSort"
  SourceFrame frame;
  bool known() const { return !builtin.empty() || !frame.file.empty(); }
};
using CodeByAddress = std::map<const void*, Code>;
CodeByAddress* wanted_code = nullptr;

constexpr std::string_view kBuiltin = "Builtin:";

// "ArrayPrototypeSort" as "Array.prototype.sort"; empty for a name of another form.
std::string PublicName(std::string_view builtin) {
  constexpr std::string_view kPrototype = "Prototype";
  const size_t at = builtin.find(kPrototype);
  if (at == std::string_view::npos || at == 0 || at + kPrototype.size() >= builtin.size())
    return "";
  std::string method(builtin.substr(at + kPrototype.size()));
  if (method[0] >= 'A' && method[0] <= 'Z') method[0] = static_cast<char>(method[0] - 'A' + 'a');
  return std::string(builtin.substr(0, at)) + ".prototype." + method;
}

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
  if (event->type != v8::JitCodeEvent::CODE_ADDED) return;
  const auto* start = static_cast<const char*>(event->code_start);
  auto found = wanted_code->lower_bound(start);
  if (found == wanted_code->end() || found->first >= start + event->code_len) return;
  const std::string_view name(event->name.str, event->name.len);
  Code code;
  if (name.starts_with(kBuiltin)) {
    code.builtin = name.substr(kBuiltin.size());
  } else if (!event->script.IsEmpty() && event->script->GetScriptName()->IsString()) {
    v8::String::Utf8Value script(event->isolate, event->script->GetScriptName());
    if (*script) code.frame = ParseName(name, *script);
  }
  if (!code.known()) return;
  for (; found != wanted_code->end() && found->first < start + event->code_len; ++found)
    found->second = code;
}

}  // namespace

void NativeSamples::Ask(uint64_t number) {
  if (taken_.load(std::memory_order_relaxed) >= kSamples) return;
  wanted_.store(number, std::memory_order_relaxed);
  asking.store(this, std::memory_order_release);
  InterruptThread(loop_.thread(), &NativeSamples::OnSignal);
}

void NativeSamples::OnSignal(void* context) {
  NativeSamples* self = asking.load(std::memory_order_acquire);
  const size_t taken = self->taken_.load(std::memory_order_relaxed);
  v8::RegisterState registers;
  if (taken >= kSamples ||
      self->loop_.current_number() != self->wanted_.load(std::memory_order_relaxed) ||
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

// Code that the collector moved since is not at its address any more, nor is other code so soon: an
// address that is in nobody's code ends the search, so that no caller is taken for the function.
NativeSamples::Caller NativeSamples::Locate() {
  constexpr size_t kShown = 5;
  const size_t taken = taken_.load(std::memory_order_relaxed);
  if (taken == 0) return {};
  CodeByAddress code;
  for (size_t i = 0; i < taken; ++i) {
    for (size_t j = 0; j < samples_[i].count; ++j) code[samples_[i].frames[j]];
  }
  v8::HandleScope handles(loop_.isolate());
  wanted_code = &code;
  loop_.isolate()->SetJitCodeEventHandler(v8::kJitCodeEventEnumExisting, OnCode);
  loop_.isolate()->SetJitCodeEventHandler(v8::kJitCodeEventDefault, nullptr);
  wanted_code = nullptr;

  std::vector<std::pair<Caller, int>> callers;
  for (size_t i = 0; i < taken; ++i) {
    Caller caller;
    for (size_t j = 0; j < samples_[i].count && caller.stack.size() < kShown; ++j) {
      const Code& each = code[samples_[i].frames[j]];
      if (!each.known()) break;
      if (j == 0) caller.called = PublicName(each.builtin);
      if (each.builtin.empty() && !each.frame.internal()) caller.stack.push_back(each.frame);
    }
    if (caller.stack.empty()) continue;
    auto same = std::find_if(callers.begin(), callers.end(), [&](const auto& one) {
      return one.first.stack.front() == caller.stack.front();
    });
    if (same == callers.end()) {
      callers.emplace_back(std::move(caller), 1);
    } else {
      same->second++;
    }
  }
  auto most = std::max_element(callers.begin(), callers.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == callers.end() ? Caller() : std::move(most->first);
}

}  // namespace rondo
