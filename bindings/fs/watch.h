// The handles behind fs.watch and fs.watchFile.
#ifndef RONDO_BINDINGS_FS_WATCH_H_
#define RONDO_BINDINGS_FS_WATCH_H_

#include <string>

#include "bindings/fs/values.h"
#include "runtime/js/exception.h"
#include "runtime/loop/handle.h"

namespace rondo::fs {

// A handle with the callback that hears of every event, in the asynchronous context that it was
// made in.
template <class Uv>
class Watcher : public Handle<Uv> {
 public:
  Watcher(Loop& loop, const char* name, v8::Local<v8::Function> callback)
      : Handle<Uv>(loop, name), callback_(loop.isolate(), callback) {
    v8::Local<v8::Value> context = loop.isolate()->GetContinuationPreservedEmbedderData();
    if (!context->IsUndefined()) async_context_.Reset(loop.isolate(), context);
  }

 protected:
  template <class F>
  void InTask(F&& body) {
    Loop& loop = this->loop();
    v8::Isolate* isolate = loop.isolate();
    v8::HandleScope handles(isolate);
    v8::Local<v8::Value> context;
    if (!async_context_.IsEmpty()) context = async_context_.Get(isolate);
    loop.RunTask(
        TaskKind::kFs, [&] { body(callback_.Get(isolate), loop.js()); }, context);
  }

 private:
  v8::Global<v8::Function> callback_;
  v8::Global<v8::Value> async_context_;
};

class FsEvent : public Watcher<uv_fs_event_t> {
 public:
  static constexpr const char* kClassName = "FSEvent";
  static FsEvent* New(Loop& loop, v8::Local<v8::Function> callback) {
    return new FsEvent(loop, callback);
  }
  Result<void> Start(Path path, bool persistent, bool as_buffer);

 private:
  FsEvent(Loop& loop, v8::Local<v8::Function> callback) : Watcher(loop, "FSEventWrap", callback) {
    uv_fs_event_init(loop.uv(), uv());
  }
  void OnEvent(const char* name, int events, int status);

  std::string path_;
  bool as_buffer_ = false;
};

class FsPoll : public Watcher<uv_fs_poll_t> {
 public:
  static constexpr const char* kClassName = "FSPoll";
  static FsPoll* New(Loop& loop, v8::Local<v8::Function> callback) {
    return new FsPoll(loop, callback);
  }
  Result<void> Start(Path path, bool persistent, uint32_t interval);

 private:
  FsPoll(Loop& loop, v8::Local<v8::Function> callback) : Watcher(loop, "StatWatcher", callback) {
    uv_fs_poll_init(loop.uv(), uv());
  }
  void OnChange(int status, const uv_stat_t& previous, const uv_stat_t& current);
};

}  // namespace rondo::fs

#endif  // RONDO_BINDINGS_FS_WATCH_H_
