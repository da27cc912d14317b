#include "runtime/engine/stack_trace.h"

#include "runtime/loop/loop.h"

namespace rondo {
namespace {

struct StackTraceState {
  v8::Global<v8::Function> prepare;
};

// V8 calls this at the first read of an error's `stack`, in the middle of JavaScript. Without it V8
// would write the header when the error is made, and a message that is changed afterwards would not
// show.
v8::MaybeLocal<v8::Value> Prepare(v8::Local<v8::Context> context, v8::Local<v8::Value> error,
                                  v8::Local<v8::Array> sites) {
  Loop& loop = Loop::From(v8::Isolate::GetCurrent());
  v8::Local<v8::Value> argv[] = {context->Global(), error, sites};
  return loop.CallInside(loop.js().Undefined(),
                         loop.State<StackTraceState>().prepare.Get(loop.isolate()), 3, argv);
}

void SetPrepare(Loop& loop, Js& js, v8::Local<v8::Function> prepare) {
  loop.State<StackTraceState>().prepare.Reset(js.isolate(), prepare);
  js.isolate()->SetPrepareStackTraceCallback(&Prepare);
}

}  // namespace

constinit const BindingSpec kStackTraceBinding =
    Binding<"stack_trace", Fn<"setPrepare", &SetPrepare, "prepare">>;

}  // namespace rondo
