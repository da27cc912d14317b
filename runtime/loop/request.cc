#include "runtime/loop/request.h"

#include "runtime/js/exception.h"
#include "runtime/loop/coarse_clock.h"

namespace rondo {

RequestBase::RequestBase(Loop& loop, TaskKind kind, const char* name,
                         v8::Local<v8::Function> callback)
    : Active(loop.active(), name),
      loop_(loop),
      kind_(kind),
      queued_ns_(CoarseNs()),
      callback_(loop.isolate(), callback) {
  if (loop.origins_wanted() && loop.observer()) [[unlikely]]
    origin_ = loop.observer()->OriginOf(callback);
  v8::Local<v8::Value> context = loop.isolate()->GetContinuationPreservedEmbedderData();
  if (!context->IsUndefined()) async_context_.Reset(loop.isolate(), context);
}

void RequestBase::CallBack(int argc, v8::Local<v8::Value>* argv) {
  InTask([&](v8::Local<v8::Function> callback, Js& js) {
    (void)loop_.Call(js.Undefined(), callback, argc, argv);
  });
}

v8::Local<v8::Value> RequestBase::ToExceptionValue(Js& js, const Error& error) {
  return ToException(js, error);
}

}  // namespace rondo
