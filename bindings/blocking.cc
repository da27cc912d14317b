// binding:blocking: JavaScript's own functions that can block, with their time on record.
//
// V8 looks for interrupts in JavaScript, in regular expressions and in JSON.stringify, but neither
// in JSON.parse nor in Atomics.wait: a watchdog that asks meanwhile is answered by whichever
// function runs next, which is innocent. So these run within a SyncScope, which names the caller's
// line exactly. Small texts go straight through.
#include <algorithm>

#include "bindings/all.h"
#include "runtime/loop/sync_scope.h"

namespace rondo {
namespace {

// Parsed in well under a millisecond below this length.
constexpr int kLongText = 1 << 16;
// Parsed in 50 ms and more: its place is noted before, since nothing can ask for it meanwhile.
constexpr int kVeryLongText = 1 << 22;

// V8's own functions, called where the short way does not do.
struct BlockingState {
  v8::Global<v8::Function> parse;
  v8::Global<v8::Function> wait;
};

v8::MaybeLocal<v8::Value> CallOriginal(Loop& loop, const v8::Global<v8::Function>& original,
                                       const v8::FunctionCallbackInfo<v8::Value>& info) {
  v8::Local<v8::Value> argv[] = {info[0], info[1], info[2], info[3]};
  return loop.CallInside(info.This(), original.Get(info.GetIsolate()), std::min(info.Length(), 4),
                         argv);
}

// Runs `body` within a scope of that name. A failure becomes pending only after the scope looked at
// the stack.
template <class F>
v8::MaybeLocal<v8::Value> InScope(Js& js, const char* name,
                                  const v8::FunctionCallbackInfo<v8::Value>& info, F&& body) {
  v8::TryCatch try_catch(js.isolate());
  v8::MaybeLocal<v8::Value> result;
  {
    SyncScope scope(js, name, info);
    result = body();
  }
  if (result.IsEmpty()) try_catch.ReThrow();
  return result;
}

void Parse(const v8::FunctionCallbackInfo<v8::Value>& info) {
  Loop& loop = Loop::From(info.GetIsolate());
  Js& js = loop.js();
  v8::Local<v8::Value> result;
  if (info.Length() > 0 && info[0]->IsString() && (info.Length() == 1 || !info[1]->IsFunction())) {
    v8::Local<v8::String> text = info[0].As<v8::String>();
    auto parse = [&] {
      if (text->Length() >= kVeryLongText) {
        const BlockedCall call = loop.blocked_call();
        if (call.arguments && loop.observer()) loop.observer()->OnStillBlocked(call);
      }
      return v8::JSON::Parse(js.context(), text);
    };
    if ((text->Length() < kLongText ? parse() : InScope(js, "JSON.parse", info, parse))
            .ToLocal(&result)) {
      info.GetReturnValue().Set(result);
    }
  } else if (CallOriginal(loop, loop.State<BlockingState>().parse, info).ToLocal(&result)) {
    info.GetReturnValue().Set(result);
  }
}

void Wait(const v8::FunctionCallbackInfo<v8::Value>& info) {
  Loop& loop = Loop::From(info.GetIsolate());
  v8::Local<v8::Value> result;
  auto wait = [&] { return CallOriginal(loop, loop.State<BlockingState>().wait, info); };
  if (InScope(loop.js(), "Atomics.wait", info, wait).ToLocal(&result))
    info.GetReturnValue().Set(result);
}

// Keeps V8's own functions. At every start.
void SetOriginals(Loop& loop, Js& js, v8::Local<v8::Function> parse, v8::Local<v8::Function> wait) {
  BlockingState& state = loop.State<BlockingState>();
  state.parse.Reset(js.isolate(), parse);
  state.wait.Reset(js.isolate(), wait);
}

}  // namespace

constinit const BindingSpec kBlockingBinding = Binding<
    "blocking", RawFn<"parse", &Parse, "(text: string, reviver?: any): any", 2>,
    RawFn<"wait", &Wait, "(array: any, index: number, value: any, timeout?: number): any", 4>,
    Fn<"setOriginals", &SetOriginals, "parse", "wait">>;

}  // namespace rondo
