// binding:process: the process itself: working directory, umask, title, signals sent, and its end.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

#include <climits>
#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include "bindings/all.h"
#include "runtime/base/env_file.h"
#include "runtime/js/exception.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/uv_error.h"

namespace rondo {
namespace {

Result<std::string> Cwd() {
  std::string path(PATH_MAX, '\0');
  size_t size = path.size();
  if (int err = uv_cwd(path.data(), &size); err != 0) {
    if (err != UV_ENOBUFS) return UvError(err, "uv_cwd");
    path.resize(size);
    if (err = uv_cwd(path.data(), &size); err != 0) return UvError(err, "uv_cwd");
  }
  path.resize(size);
  return path;
}

// The error names both ends of the move, as Node's does.
Result<void> Chdir(std::string path) {
  if (int err = uv_chdir(path.c_str()); err != 0) {
    Result<std::string> from = Cwd();
    return UvError(err, "chdir", from.ok() ? from.value() : "", path);
  }
  return Ok{};
}

uint32_t SetUmask(uint32_t mask) { return ::umask(mask); }
// Reading the mask means setting it; the loop's thread is the only one that makes files at that
// moment.
uint32_t GetUmask() {
  mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

void Exit(Loop& loop, int32_t code) { loop.Exit(code); }
void Abort() { std::abort(); }

int32_t Pid() { return uv_os_getpid(); }
int32_t Ppid() { return uv_os_getppid(); }
// 0 or a negative errno.
int32_t Kill(int32_t pid, int32_t signal) { return uv_kill(pid, signal); }

std::string GetTitle() {
  std::string title(4096, '\0');
  if (uv_get_process_title(title.data(), title.size()) != 0) return "";
  title.resize(title.find('\0'));
  return title;
}
void SetTitle(std::string title) { uv_set_process_title(title.c_str()); }

// The variables in the text of an environment file, as an object.
v8::Local<v8::Object> ParseEnv(Js& js, std::string text) {
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  for (const auto& [name, value] : ParseEnvFile(text)) {
    out->CreateDataProperty(js.context(), js.Name(name), js.String(value)).Check();
  }
  return out;
}

// Calls fn() and gives back undefined, or [exception, arrow] when it threw: for the handling of
// fatal errors, where an exception from a handler must be reported with its place.
v8::Local<v8::Value> Attempt(Loop& loop, Js& js, v8::Local<v8::Function> fn) {
  v8::TryCatch try_catch(js.isolate());
  v8::Local<v8::Value> result;
  if (loop.CallInside(js.Undefined(), fn, 0, nullptr).ToLocal(&result) ||
      !try_catch.CanContinue()) {
    return js.Undefined();
  }
  std::string arrow = AttachedArrow(js, try_catch.Exception());
  if (arrow.empty()) arrow = SourceArrow(js, try_catch.Message());
  v8::Local<v8::Value> pair[] = {try_catch.Exception(), js.String(arrow)};
  return v8::Array::New(js.isolate(), pair, 2);
}

// From now on an exception carries where it was thrown, for --trace-uncaught.
void CaptureThrowStacks(Js& js, int32_t frames) {
  js.isolate()->SetCaptureStackTraceForUncaughtExceptions(true, frames);
}

}  // namespace

constinit const BindingSpec kProcessBinding =
    Binding<"process", Fn<"cwd", &Cwd>, Fn<"chdir", &Chdir, "path">,
            Fn<"setUmask", &SetUmask, "mask">, Fn<"getUmask", &GetUmask>, Fn<"exit", &Exit, "code">,
            Fn<"abort", &Abort>, Fn<"pid", &Pid>, Fn<"ppid", &Ppid>,
            Fn<"kill", &Kill, "pid", "signal">, Fn<"getTitle", &GetTitle>,
            Fn<"setTitle", &SetTitle, "title">, Fn<"parseEnv", &ParseEnv, "text">,
            Fn<"captureThrowStacks", &CaptureThrowStacks, "frames">, Fn<"attempt", &Attempt, "fn">>;

}  // namespace rondo
