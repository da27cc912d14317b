// Requests: one operation in flight each, with the JavaScript callback that gets its outcome.
#ifndef RONDO_LOOP_REQUEST_H_
#define RONDO_LOOP_REQUEST_H_

#include <memory>
#include <utility>

#include "runtime/base/result.h"
#include "runtime/js/convert.h"
#include "runtime/loop/active.h"
#include "runtime/loop/loop.h"

namespace rondo {

// Owns the callback and the async context it was made in, and is freed after the callback ran. A
// subclass pins what the operation uses (buffers), starts it, and calls Finish from libuv's
// callback.
class RequestBase : public Active {
 public:
  // `name` is a literal as in process.getActiveResourcesInfo().
  RequestBase(Loop& loop, TaskKind kind, const char* name, v8::Local<v8::Function> callback);

  Loop& loop() { return loop_; }
  // For Loop::PostCompletion: Deliver() is called in a later turn, must run the callback and free
  // the request.
  virtual void Deliver() = 0;

  // Calls callback(...argv) in a task of its own.
  void CallBack(int argc, v8::Local<v8::Value>* argv);

  // Runs `body(callback, js)` in a task, for requests whose results must be made inside it.
  template <class F>
  void InTask(F&& body) {
    v8::Isolate* isolate = loop_.isolate();
    v8::HandleScope handles(isolate);
    v8::Local<v8::Value> async_context;
    if (!async_context_.IsEmpty()) async_context = async_context_.Get(isolate);
    loop_.RunTask(
        kind_,
        [&] {
          loop_.set_running_request(this, &callback_);
          loop_.NoteWait(queued_ns_, ReadySinceNs(), origin_);
          body(callback_.Get(isolate), loop_.js());
        },
        async_context);
  }

  // callback(error) or callback(null, value) or callback(null).
  template <class T>
  void Settle(Result<T> result) {
    InTask([&](v8::Local<v8::Function> callback, Js& js) {
      v8::Local<v8::Value> argv[2] = {js.Null(), js.Undefined()};
      int argc = 1;
      if (!result.ok()) {
        argv[0] = ToExceptionValue(js, result.error());
      } else if constexpr (!std::is_void_v<T>) {
        argv[argc++] = Convert<T>::To(js, std::move(result.value()));
      }
      (void)loop_.Call(js.Undefined(), callback, argc, argv);
    });
  }

 private:
  static v8::Local<v8::Value> ToExceptionValue(Js& js, const Error& error);

  Loop& loop_;
  TaskKind kind_;
  uint32_t origin_ = 0;
  uint64_t queued_ns_;
  v8::Global<v8::Function> callback_;
  v8::Global<v8::Value> async_context_;
};

// A RequestBase around a libuv request: `uv()` is handed to libuv, From() finds the way back.
//   auto* request = new MyRequest(loop, ...);  uv_fs_open(loop.uv(), request->uv(), ...,
//   &MyRequest::Done);
template <class Uv>
class Request : public RequestBase {
 public:
  Request(Loop& loop, TaskKind kind, const char* name, v8::Local<v8::Function> callback)
      : RequestBase(loop, kind, name, callback) {
    uv_.data = this;
  }
  Uv* uv() { return &uv_; }
  template <class Self>
  static Self* From(Uv* uv) {
    return static_cast<Self*>(static_cast<Request<Uv>*>(uv->data));
  }
  void Deliver() override { delete this; }

 private:
  Uv uv_;
};

}  // namespace rondo

#endif  // RONDO_LOOP_REQUEST_H_
