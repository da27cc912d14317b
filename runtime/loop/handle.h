// Handles: long-lived libuv objects (sockets, signals, timers of a binding) behind JavaScript
// objects.
#ifndef RONDO_LOOP_HANDLE_H_
#define RONDO_LOOP_HANDLE_H_

#include <uv.h>

#include <utility>

#include "runtime/js/wrapped.h"
#include "runtime/loop/active.h"
#include "runtime/loop/loop.h"

namespace rondo {

// Embeds its libuv handle. Its JavaScript object is pinned from Attach until the handle has closed:
// the garbage collector never closes a handle. Close() is the only end; the object is deleted in
// libuv's close callback, after the JavaScript `onClose` callback, if one was given, ran in a task
// of its own.
template <class Uv>
class Handle : public ObjectWrap, public Active {
 public:
  Handle(Loop& loop, const char* name) : Active(loop.active(), name), loop_(loop) {
    uv_.data = this;
  }

  void OnAttached() {}  // stays strong
  Loop& loop() { return loop_; }
  Uv* uv() { return &uv_; }
  uv_handle_t* uv_handle() { return reinterpret_cast<uv_handle_t*>(&uv_); }
  template <class Self>
  static Self* From(const void* uv) {
    return static_cast<Self*>(static_cast<Handle<Uv>*>(static_cast<const Uv*>(uv)->data));
  }

  // Idempotent. `on_close` may be empty.
  void Close(v8::Local<v8::Function> on_close = {}) {
    if (uv_is_closing(uv_handle())) return;
    if (!on_close.IsEmpty()) on_close_.Reset(loop_.isolate(), on_close);
    OnClosing();
    uv_close(uv_handle(), [](uv_handle_t* closed) {
      auto* self = static_cast<Handle<Uv>*>(closed->data);
      Loop& loop = self->loop_;
      if (!self->on_close_.IsEmpty()) {
        loop.RunTask(TaskKind::kClosing, [&] {
          (void)loop.Call(self->object(loop.isolate()), self->on_close_.Get(loop.isolate()), 0,
                          nullptr);
        });
      }
      self->Detach(loop.js());
      delete self;
    });
  }
  bool closing() { return uv_is_closing(uv_handle()) != 0; }

  // The methods of Node's handles, for binding tables.
  void JsClose(std::optional<v8::Local<v8::Function>> on_close) {
    Close(on_close.value_or(v8::Local<v8::Function>()));
  }
  void JsRef() { uv_ref(uv_handle()); }
  void JsUnref() { uv_unref(uv_handle()); }
  bool JsHasRef() { return uv_has_ref(uv_handle()) != 0; }

  bool KeepsAlive() const override {
    auto* handle = reinterpret_cast<const uv_handle_t*>(&uv_);
    return uv_has_ref(handle) != 0 && uv_is_active(handle) != 0;
  }

 protected:
  // What must be given up as soon as closing begins.
  virtual void OnClosing() {}

 private:
  Loop& loop_;
  Uv uv_;
  v8::Global<v8::Function> on_close_;
};

}  // namespace rondo

#endif  // RONDO_LOOP_HANDLE_H_
