// binding:modules: what lib/internal/modules needs of the file system and of V8's compiler.
#include <uv.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "bindings/all.h"
#include "runtime/engine/compile_cache.h"
#include "runtime/engine/esm.h"
#include "runtime/engine/host_options.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/sync_scope.h"
#include "runtime/loop/uv_error.h"

namespace rondo {
namespace {

using Handle = ModuleTable::Handle;

// A libuv file system request that ran at once.
class SyncRequest {
 public:
  ~SyncRequest() { uv_fs_req_cleanup(&uv); }
  uv_fs_t uv{};
};

// 0: a file (or anything that is no folder), 1: a folder; plus 2 when the last part of the path is
// a symbolic link. Negative: a libuv error.
int32_t Stat(std::string path) {
  SyncRequest request;
  int err = uv_fs_lstat(nullptr, &request.uv, path.c_str(), nullptr);
  if (err < 0) return err;
  int link = 0;
  SyncRequest target;
  const uv_stat_t* stat = &request.uv.statbuf;
  if ((stat->st_mode & S_IFMT) == S_IFLNK) {
    err = uv_fs_stat(nullptr, &target.uv, path.c_str(), nullptr);
    if (err < 0) return err;
    stat = &target.uv.statbuf;
    link = 2;
  }
  return ((stat->st_mode & S_IFMT) == S_IFDIR ? 1 : 0) + link;
}

Result<std::string> Realpath(std::string path) {
  SyncRequest request;
  int err = uv_fs_realpath(nullptr, &request.uv, path.c_str(), nullptr);
  if (err < 0) return UvError(err, "realpath", path);
  return std::string(static_cast<const char*>(request.uv.ptr));
}

// The whole file; an error names the call that failed.
Result<std::string> ReadFile(const std::string& path) {
  SyncRequest open;
  int file = uv_fs_open(nullptr, &open.uv, path.c_str(), UV_FS_O_RDONLY, 0, nullptr);
  if (file < 0) return UvError(file, "open", path);
  SyncRequest stat;
  size_t expected =
      uv_fs_fstat(nullptr, &stat.uv, file, nullptr) == 0 ? stat.uv.statbuf.st_size : 0;
  std::string text;
  size_t size = 0;
  int err = 0;
  for (;;) {
    // One byte more than expected: the read that fills less than it has room for is the last one.
    text.resize(std::max(expected, size + size / 2) + 1);
    if (text.size() - size < 2) text.resize(text.size() + 4096);
    SyncRequest read;
    uv_buf_t buffer = uv_buf_init(text.data() + size, static_cast<unsigned>(text.size() - size));
    err = uv_fs_read(nullptr, &read.uv, file, &buffer, 1, -1, nullptr);
    if (err <= 0) break;
    size += err;
    if (size == expected) break;
  }
  SyncRequest close;
  uv_fs_close(nullptr, &close.uv, file, nullptr);
  if (err < 0) return UvError(err, "read");
  text.resize(size);
  return text;
}

// UTF-8 as a string; text that is ASCII only (nearly all source code) takes half the memory.
Result<v8::Local<v8::Value>> ToText(Js& js, const std::string& path, const std::string& utf8) {
  if (utf8.size() > static_cast<size_t>(v8::String::kMaxLength)) {
    return Error::Plain("ERR_STRING_TOO_LONG", "'" + path + "' is longer than a string can be");
  }
  unsigned char any = 0;
  for (char c : utf8) any |= static_cast<unsigned char>(c);
  return v8::Local<v8::Value>(any < 0x80 ? js.Latin1(utf8) : js.String(utf8));
}

Result<v8::Local<v8::Value>> ReadText(Js& js, std::string path) {
  Result<std::string> text = ReadFile(path);
  if (!text.ok()) return text.error();
  return ToText(js, path, text.value());
}

// undefined when there is no such file.
Result<v8::Local<v8::Value>> ReadTextIfFile(Js& js, std::string path) {
  Result<std::string> text = ReadFile(path);
  if (text.ok()) return ToText(js, path, text.value());
  int err = text.error().errnum;
  if (err == UV_ENOENT || err == UV_ENOTDIR || err == UV_EISDIR) return js.Undefined();
  return text.error();
}

// A function (exports, require, module, __filename, __dirname).
Result<v8::Local<v8::Function>> CompileCommonJs(Loop& loop, Js& js, v8::Local<v8::String> text,
                                                v8::Local<v8::String> filename) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::String> parameters[] = {js.Name("exports"), js.Name("require"), js.Name("module"),
                                        js.Name("__filename"), js.Name("__dirname")};
  v8::ScriptOrigin origin = Origin(filename, HostOptions(isolate, v8::Undefined(isolate)));
  v8::Local<v8::Function> function;
  if (!CompileCache::Of(loop)
           .Compile<v8::Function>(
               js, CompileCache::Kind::kCommonJs, text, filename, origin,
               [&](v8::ScriptCompiler::Source* source, v8::ScriptCompiler::CompileOptions options) {
                 return v8::ScriptCompiler::CompileFunction(js.context(), source, 5, parameters, 0,
                                                            nullptr, options);
               })
           .ToLocal(&function)) {
    return Error::Pending();
  }
  return function;
}

v8::MaybeLocal<v8::UnboundScript> CompileScript(Js& js, v8::Local<v8::String> text,
                                                v8::Local<v8::String> filename) {
  v8::Isolate* isolate = js.isolate();
  v8::ScriptCompiler::Source source(text,
                                    Origin(filename, HostOptions(isolate, v8::Undefined(isolate))));
  return CompileWithArrow<v8::UnboundScript>(
      js, [&] { return v8::ScriptCompiler::CompileUnboundScript(isolate, &source); });
}

// Throws the SyntaxError of a script that cannot be compiled.
Result<void> CheckScript(Js& js, v8::Local<v8::String> text, v8::Local<v8::String> filename) {
  if (CompileScript(js, text, filename).IsEmpty()) return Error::Pending();
  return Ok{};
}

Result<v8::Local<v8::Value>> RunScript(Js& js, v8::Local<v8::String> text,
                                       v8::Local<v8::String> filename) {
  v8::Local<v8::UnboundScript> script;
  v8::Local<v8::Value> result;
  if (!CompileScript(js, text, filename).ToLocal(&script) ||
      !script->BindToCurrentContext()->Run(js.context()).ToLocal(&result)) {
    return Error::Pending();
  }
  return result;
}

bool ParsesAsModule(Js& js, v8::Local<v8::String> text, v8::Local<v8::String> filename) {
  v8::Isolate* isolate = js.isolate();
  v8::TryCatch caught(isolate);
  v8::ScriptCompiler::Source source(
      text, Origin(filename, HostOptions(isolate, v8::Undefined(isolate)), true));
  return !v8::ScriptCompiler::CompileModule(isolate, &source).IsEmpty();
}

// The place where `error` was created, unless that is in Rondo's own code: it would tell the user
// nothing.
v8::Local<v8::Message> PlaceOf(Js& js, v8::Local<v8::Value> error) {
  v8::Local<v8::Message> message = v8::Exception::CreateMessage(js.isolate(), error);
  if (js.Utf8(message->GetScriptResourceName()).starts_with("node:")) return {};
  return message;
}

// Keeps the source line of an error whose stack is about to be rewritten.
void KeepPlace(Js& js, v8::Local<v8::Value> error) { AttachArrow(js, error, PlaceOf(js, error)); }

// An error that ends the program, or goes to 'uncaughtException', as one that a promise was
// rejected with.
void ThrowUncaught(Loop& loop, Js& js, v8::Local<v8::Value> error) {
  loop.HandleUncaught(error, PlaceOf(js, error), true);
}

// The module table's methods as functions.
void SetHooks(Loop& loop, Js& js, v8::Local<v8::Function> on_import,
              v8::Local<v8::Function> on_meta) {
  ModuleTable::Of(loop).SetHooks(js, on_import, on_meta);
}
Result<uint32_t> CompileModule(Loop& loop, Js& js, v8::Local<v8::String> source,
                               v8::Local<v8::String> url) {
  return ModuleTable::Of(loop).Compile(js, source, url);
}
// The text of a file: the compile cache may keep its code.
Result<uint32_t> CompileModuleFile(Loop& loop, Js& js, v8::Local<v8::String> source,
                                   v8::Local<v8::String> url) {
  return ModuleTable::Of(loop).Compile(js, source, url, &CompileCache::Of(loop));
}
uint32_t CreateSynthetic(Loop& loop, Js& js, v8::Local<v8::String> url,
                         std::vector<v8::Local<v8::String>> names,
                         v8::Local<v8::Function> evaluate) {
  return ModuleTable::Of(loop).CreateSynthetic(js, url, std::move(names), evaluate);
}
Result<void> SetExport(Loop& loop, Js& js, Handle handle, v8::Local<v8::String> name,
                       v8::Local<v8::Value> value) {
  return ModuleTable::Of(loop).SetExport(js, handle, name, value);
}
v8::Local<v8::Array> Requests(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).Requests(js, handle);
}
void Link(Loop& loop, Handle handle, std::vector<uint32_t> targets) {
  ModuleTable::Of(loop).Link(handle, std::move(targets));
}
v8::Local<v8::Value> Instantiate(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).Instantiate(js, handle);
}
Result<v8::Local<v8::Value>> Evaluate(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).Evaluate(js, handle);
}
v8::Local<v8::Value> Namespace(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).Namespace(js, handle);
}
int32_t Status(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).Status(js, handle);
}
bool IsGraphAsync(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).IsGraphAsync(js, handle);
}
bool HasTopLevelAwait(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).HasTopLevelAwait(js, handle);
}
v8::Local<v8::Value> Exception(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).Exception(js, handle);
}
std::vector<std::string> StalledAwaits(Loop& loop, Js& js, Handle handle) {
  return ModuleTable::Of(loop).StalledAwaits(js, handle);
}

}  // namespace

constinit const BindingSpec kModulesBinding = Binding<
    "modules", Fn<"stat", &Stat, "path">, Fn<"realpath", &Realpath, "path">,
    SyncFn<"readText", &ReadText, "path">, SyncFn<"readTextIfFile", &ReadTextIfFile, "path">,
    SyncFn<"compileCommonJs", &CompileCommonJs, "source", "filename">,
    Fn<"checkScript", &CheckScript, "source", "filename">,
    Fn<"runScript", &RunScript, "source", "filename">,
    Fn<"parsesAsModule", &ParsesAsModule, "source", "filename">,
    Fn<"throwUncaught", &ThrowUncaught, "error">, Fn<"keepPlace", &KeepPlace, "error">,
    Fn<"setHooks", &SetHooks, "onImport", "onMeta">,
    SyncFn<"compileModule", &CompileModule, "source", "url">,
    SyncFn<"compileModuleFile", &CompileModuleFile, "source", "url">,
    Fn<"createSynthetic", &CreateSynthetic, "url", "names", "evaluate">,
    Fn<"setExport", &SetExport, "handle", "name", "value">, Fn<"requests", &Requests, "handle">,
    Fn<"link", &Link, "handle", "targets">, Fn<"instantiate", &Instantiate, "handle">,
    Fn<"evaluate", &Evaluate, "handle">, Fn<"namespace", &Namespace, "handle">,
    Fn<"status", &Status, "handle">, Fn<"isGraphAsync", &IsGraphAsync, "handle">,
    Fn<"hasTopLevelAwait", &HasTopLevelAwait, "handle">, Fn<"exception", &Exception, "handle">,
    Fn<"stalledAwaits", &StalledAwaits, "handle">, Const<"kEvaluating", v8::Module::kEvaluating>>;

}  // namespace rondo
