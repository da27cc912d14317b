// Watching files: uv_fs_event (the system tells) and uv_fs_poll (stat again and again).
#include "bindings/fs/watch.h"

#include <string>

namespace rondo::fs {

// callback(error | null, eventType, filename): the name is null when the system gives none.
void FsEvent::OnEvent(const char* name, int events, int status) {
  InTask([&](v8::Local<v8::Function> callback, Js& js) {
    v8::Local<v8::Value> argv[3] = {js.Null(), js.String(events & UV_RENAME ? "rename" : "change"),
                                    js.Null()};
    if (status < 0) argv[0] = ToException(js, UvError(status, "watch", path_));
    if (name) argv[2] = Convert<Name>::To(js, Name{name, as_buffer_});
    (void)loop().Call(js.Undefined(), callback, 3, argv);
  });
}

Result<void> FsEvent::Start(Path path, bool persistent, bool as_buffer) {
  path_ = path.text;
  as_buffer_ = as_buffer;
  int err = uv_fs_event_start(
      uv(),
      [](uv_fs_event_t* uv, const char* name, int events, int status) {
        From<FsEvent>(uv)->OnEvent(name, events, status);
      },
      path.c_str(), 0);
  if (err != 0) return UvError(err, "watch", path_);
  if (!persistent) JsUnref();
  return Ok{};
}

// callback(status, hasCurrent): the shared arrays hold the current stats, then, at the second call,
// the previous ones.
void FsPoll::OnChange(int status, const uv_stat_t& previous, const uv_stat_t& current) {
  InTask([&](v8::Local<v8::Function> callback, Js& js) {
    StatArrays& arrays = loop().State<StatArrays>();
    v8::Local<v8::Value> argv[2] = {js.Int(status), js.Bool(false)};
    // Two calls in one task, as the arrays hold one set: the first only takes its numbers away.
    WriteStat(arrays, previous);
    if (loop().Call(js.Undefined(), callback, 2, argv).IsEmpty()) return;
    WriteStat(arrays, current);
    argv[1] = js.Bool(true);
    (void)loop().Call(js.Undefined(), callback, 2, argv);
  });
}

Result<void> FsPoll::Start(Path path, bool persistent, uint32_t interval) {
  int err = uv_fs_poll_start(
      uv(),
      [](uv_fs_poll_t* uv, int status, const uv_stat_t* previous, const uv_stat_t* current) {
        From<FsPoll>(uv)->OnChange(status, *previous, *current);
      },
      path.c_str(), interval);
  if (err != 0) return UvError(err, "watch", path.text);
  if (!persistent) JsUnref();
  return Ok{};
}

}  // namespace rondo::fs
