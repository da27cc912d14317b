// The compile cache: V8's compiled code of users' own modules, kept on disk between starts.
//
// Off until Enable; until then nothing is read, written or remembered. From then on a module's code
// is taken from the cache if it was made from the same text by the same V8, and what was compiled
// anew is written by Flush, which runs at the latest when the process ends: by then the code holds
// the functions that were called. Whatever fails only means that a module is compiled.
//
// With NODE_DEBUG_NATIVE=COMPILE_CACHE in the environment each step is told on stderr.
#ifndef RONDO_ENGINE_COMPILE_CACHE_H_
#define RONDO_ENGINE_COMPILE_CACHE_H_

#include <string>
#include <unordered_map>

#include "runtime/engine/cache_folder.h"
#include "runtime/engine/host_options.h"
#include "runtime/js/js.h"

namespace rondo {

class Loop;

class CompileCache {
 public:
  enum class Kind { kCommonJs, kModule };

  // That of the isolate which `loop` runs.
  static CompileCache& Of(Loop& loop);

  // Uses a folder of this version of Rondo's and V8's own within `directory`, an absolute path
  // (made if it is missing). `portable`: modules are known by their place relative to `directory`
  // rather than by their absolute path, so that both can be moved together. Returns what went
  // wrong, "" when nothing did; must not be called when enabled.
  std::string Enable(Loop& loop, const std::string& directory, bool portable);
  bool enabled() const { return folder_.is_open(); }
  // The folder in use; "" when not enabled.
  const std::string& path() const { return path_; }

  // Compiles `text`, the module `name` (a path or a file URL), by
  //   compile(Source*, CompileOptions) -> MaybeLocal<T>,  T: Function or Module,
  // with code from the cache if there is some. A SyntaxError keeps its source line and is pending.
  template <class T, class F>
  v8::MaybeLocal<T> Compile(Js& js, Kind kind, v8::Local<v8::String> text,
                            v8::Local<v8::String> name, const v8::ScriptOrigin& origin,
                            F&& compile);

  // Writes what was compiled anew since. CommonJS code that V8 has meanwhile thrown away because
  // it did not run for long (a module's top level runs once) is left out: programs that run for
  // hours flush when they have started.
  void Flush(Js& js);

 private:
  // Code that the cache does not have; one of the two is set.
  struct Unsaved {
    std::string name;
    CacheStamp stamp;
    uint32_t collections = 0;  // of old objects, before
    v8::Global<v8::Function> function;
    v8::Global<v8::UnboundModuleScript> module;
  };
  struct Lookup {
    std::string file;  // its name in the folder; "" for a module that is not cached
    std::string name;
    CacheStamp stamp;
    v8::ScriptCompiler::CachedData* data = nullptr;  // owned by whoever takes it
  };

  Lookup Find(Js& js, Kind kind, v8::Local<v8::String> text, v8::Local<v8::String> name);
  // Keeps a result for Flush; `data` is what it was compiled with, null for nothing.
  void Keep(Js& js, Lookup lookup, const v8::ScriptCompiler::CachedData* data,
            v8::Local<v8::Function> function);
  void Keep(Js& js, Lookup lookup, const v8::ScriptCompiler::CachedData* data,
            v8::Local<v8::Module> module);
  // The entry to fill when V8 did not take `data`, else null.
  Unsaved* ToSave(Lookup lookup, const v8::ScriptCompiler::CachedData* data);
  std::string KeyOf(Kind kind, const std::string& name) const;
  void Log(const char* what, const std::string& name, const std::string& detail) const;

  CacheFolder folder_;
  std::string path_;
  std::string base_;  // what names are relative to; "" when they are absolute
  std::string identity_;
  bool log_ = false;
  uint32_t collections_ = 0;                          // of old objects, since Enable
  std::unordered_map<std::string, Unsaved> unsaved_;  // by file
};

template <class T, class F>
v8::MaybeLocal<T> CompileCache::Compile(Js& js, Kind kind, v8::Local<v8::String> text,
                                        v8::Local<v8::String> name, const v8::ScriptOrigin& origin,
                                        F&& compile) {
  Lookup lookup;
  if (enabled()) lookup = Find(js, kind, text, name);
  v8::ScriptCompiler::Source source(text, origin, lookup.data);
  auto options =
      lookup.data ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions;
  v8::MaybeLocal<T> result = CompileWithArrow<T>(js, [&] { return compile(&source, options); });
  v8::Local<T> compiled;
  if (!lookup.file.empty() && result.ToLocal(&compiled))
    Keep(js, std::move(lookup), source.GetCachedData(), compiled);
  return result;
}

}  // namespace rondo

#endif  // RONDO_ENGINE_COMPILE_CACHE_H_
