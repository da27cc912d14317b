// ES modules: the native side of lib/internal/modules. lib/ finds, reads and orders modules; here
// V8 compiles, links and runs them. A module is known by its handle, a number that stays valid as
// long as the process.
#ifndef RONDO_ENGINE_ESM_H_
#define RONDO_ENGINE_ESM_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/js/js.h"

namespace rondo {

class CompileCache;
class Loop;

class ModuleTable {
 public:
  using Handle = uint32_t;

  // The table of the isolate that `loop` runs.
  static ModuleTable& Of(Loop& loop);

  // Hands over lib/'s hooks and makes V8 call them:
  //   import_hook(specifier, [key, value, ...], referrer name, importer) => Promise   for import()
  //   meta_hook(handle, meta) => void                                                for
  //   import.meta
  void SetHooks(Js& js, v8::Local<v8::Function> import_hook, v8::Local<v8::Function> meta_hook);

  // Compiles a source text module. Its import() goes to the default loader with `url` as referrer.
  // `cache`, which may be null and may be off, has or keeps its code.
  Result<Handle> Compile(Js& js, v8::Local<v8::String> source, v8::Local<v8::String> url,
                         CompileCache* cache = nullptr);
  // A module with these exports; `evaluate` is called once, when it runs, and sets them.
  Handle CreateSynthetic(Js& js, v8::Local<v8::String> url,
                         std::vector<v8::Local<v8::String>> names,
                         v8::Local<v8::Function> evaluate);
  Result<void> SetExport(Js& js, Handle handle, v8::Local<v8::String> name,
                         v8::Local<v8::Value> value);

  // What the module imports, in source order: an array of [specifier, key, value, ...].
  v8::Local<v8::Array> Requests(Js& js, Handle handle);
  // Which module serves each of these requests.
  void Link(Handle handle, std::vector<uint32_t> targets);

  // Links the names of the whole graph. undefined, or [error, importing module's name, its source
  // line].
  v8::Local<v8::Value> Instantiate(Js& js, Handle handle);
  // Runs the graph; the promise is settled on return unless a top-level await waits.
  Result<v8::Local<v8::Value>> Evaluate(Js& js, Handle handle);

  v8::Local<v8::Value> Namespace(Js& js, Handle handle);
  // A v8::Module::Status.
  int32_t Status(Js& js, Handle handle);
  bool IsGraphAsync(Js& js, Handle handle);
  bool HasTopLevelAwait(Js& js, Handle handle);
  // [error] of a module that failed, else undefined.
  v8::Local<v8::Value> Exception(Js& js, Handle handle);
  // The places of top-level awaits that the graph still waits for, each with its source line and a
  // caret.
  std::vector<std::string> StalledAwaits(Js& js, Handle handle);

 private:
  struct Record {
    v8::Global<v8::Module> module;
    v8::Global<v8::Function> evaluate;  // of a synthetic module that did not run yet
    std::vector<uint32_t> targets;
    size_t next_request = 0;  // V8 asks in source order: where the search for a request begins
  };

  Handle Add(v8::Isolate* isolate, v8::Local<v8::Module> module);
  v8::Local<v8::Module> Get(Js& js, Handle handle);
  // The record of a module that V8 hands back; null when the table does not know it.
  Record* Find(v8::Isolate* isolate, v8::Local<v8::Module> module, Handle* handle = nullptr);

  static v8::MaybeLocal<v8::Module> OnResolve(v8::Local<v8::Context> context,
                                              v8::Local<v8::String> specifier,
                                              v8::Local<v8::FixedArray> attributes,
                                              v8::Local<v8::Module> referrer);
  static v8::MaybeLocal<v8::Value> OnEvaluateSynthetic(v8::Local<v8::Context> context,
                                                       v8::Local<v8::Module> module);
  static v8::MaybeLocal<v8::Promise> OnImport(v8::Local<v8::Context> context,
                                              v8::Local<v8::Data> host_options,
                                              v8::Local<v8::Value> resource_name,
                                              v8::Local<v8::String> specifier,
                                              v8::Local<v8::FixedArray> attributes);
  static void OnImportMeta(v8::Local<v8::Context> context, v8::Local<v8::Module> module,
                           v8::Local<v8::Object> meta);

  std::vector<Record> records_;
  std::unordered_multimap<int, Handle> by_hash_;
  v8::Global<v8::Function> import_hook_;
  v8::Global<v8::Function> meta_hook_;
};

}  // namespace rondo

#endif  // RONDO_ENGINE_ESM_H_
