// SyncFn: a binding function that can hold the loop. When one took long, the observer hears of it
// while the JavaScript stack is still the caller's, so that its line is named without skid.
#ifndef RONDO_LOOP_SYNC_SCOPE_H_
#define RONDO_LOOP_SYNC_SCOPE_H_

#include "runtime/js/binding.h"
#include "runtime/loop/loop.h"

namespace rondo {

// Around any blocking piece of C++; `name` is a literal, `info` the call that came from JavaScript.
// Costs one comparison when nobody observes. Of scopes within scopes the outermost counts.
class SyncScope {
 public:
  SyncScope(Js& js, const char* name, const v8::FunctionCallbackInfo<v8::Value>& info)
      : loop_(Loop::From(js.isolate())), name_(name), info_(info) {
    if (!loop_.observer() || loop_.current_sync_call()) return;
    start_ns_ = Loop::NowNs();
    loop_.EnterSyncCall(name, info);
  }
  ~SyncScope() {
    if (start_ns_ == 0) return;
    loop_.LeaveSyncCall();
    loop_.observer()->OnSyncCall({name_, start_ns_, Loop::NowNs(), info_});
  }
  SyncScope(const SyncScope&) = delete;
  SyncScope& operator=(const SyncScope&) = delete;

 private:
  Loop& loop_;
  const char* name_;
  const v8::FunctionCallbackInfo<v8::Value>& info_;
  uint64_t start_ns_ = 0;
};

struct SyncPolicy {
  using Scope = SyncScope;
};

template <FixedString Name, auto F, FixedString... ArgNames>
using SyncFn = BasicFn<SyncPolicy, Name, F, ArgNames...>;

// The same where a stall is to be told under another name: that of the public function which users
// call.
template <FixedString Shown>
struct SyncPolicyAs {
  struct Scope : SyncScope {
    Scope(Js& js, const char*, const v8::FunctionCallbackInfo<v8::Value>& info)
        : SyncScope(js, Shown.c_str(), info) {}
  };
};

template <FixedString Shown, FixedString Name, auto F, FixedString... ArgNames>
using SyncFnAs = BasicFn<SyncPolicyAs<Shown>, Name, F, ArgNames...>;

}  // namespace rondo

#endif  // RONDO_LOOP_SYNC_SCOPE_H_
