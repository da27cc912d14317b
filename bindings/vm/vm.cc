// binding:vm: scripts, functions and contexts for lib/vm.ts.
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bindings/all.h"
#include "bindings/vm/contextify.h"
#include "bindings/vm/time_limit.h"
#include "runtime/engine/host_options.h"
#include "runtime/js/class.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

using CachedData = v8::ScriptCompiler::CachedData;

// A copy that V8's Source owns; null when there is none.
CachedData* CopyCache(const std::optional<ByteView>& bytes) {
  if (!bytes) return nullptr;
  uint8_t* copy = new uint8_t[bytes->size];
  if (bytes->size > 0) std::memcpy(copy, bytes->data, bytes->size);
  return new CachedData(copy, static_cast<int>(bytes->size), CachedData::BufferOwned);
}

Result<Bytes> TakeCache(CachedData* made) {
  std::unique_ptr<CachedData> cache(made);
  return cache ? Bytes::Copy(cache->data, cache->length) : Bytes(0);
}

// A compiled script: vm.Script. `importer` is its host-defined option (see host_options.h).
class VmScript : public Wrapped {
 public:
  static constexpr const char* kClassName = "VmScript";

  static Result<VmScript*> New(Js& js, v8::Local<v8::String> code, v8::Local<v8::String> filename,
                               int32_t line, int32_t column, std::optional<ByteView> cached_data,
                               v8::Local<v8::Value> importer) {
    v8::Isolate* isolate = js.isolate();
    CachedData* cache = CopyCache(cached_data);
    v8::ScriptCompiler::Source source(
        code,
        Origin(filename, HostOptions(isolate, importer.As<v8::Primitive>()), false, line, column),
        cache);
    auto option =
        cache ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions;
    v8::Local<v8::UnboundScript> script;
    if (!CompileWithArrow<v8::UnboundScript>(js, [&] {
           return v8::ScriptCompiler::CompileUnboundScript(isolate, &source, option);
         }).ToLocal(&script)) {
      return Error::Pending();
    }
    auto* self = new VmScript();
    self->script_.Reset(isolate, script);
    self->cache_rejected_ = cache && source.GetCachedData()->rejected;
    return self;
  }

  // Runs in the context of `contextified`, or in the main one. `timeout` in milliseconds, 0: none.
  Result<v8::Local<v8::Value>> Run(Js& js, v8::Local<v8::Value> contextified, int64_t timeout) {
    v8::Local<v8::Context> context = js.context();
    if (contextified->IsObject() &&
        !VmContextOf(js, contextified.As<v8::Object>()).ToLocal(&context)) {
      return Error::Type("ERR_INVALID_ARG_TYPE", "the object is no vm context");
    }
    v8::Context::Scope scope(context);
    v8::Local<v8::Script> script = script_.Get(js.isolate())->BindToCurrentContext();
    v8::Local<v8::Value> result;
    if (timeout <= 0) {
      if (!script->Run(context).ToLocal(&result)) return Error::Pending();
      return result;
    }
    return RunWithLimit(js, context, script, timeout);
  }

  Result<Bytes> CreateCachedData(Js& js) {
    return TakeCache(v8::ScriptCompiler::CreateCodeCache(script_.Get(js.isolate())));
  }
  bool CacheRejected() { return cache_rejected_; }
  v8::Local<v8::Value> SourceMapUrl(Js& js) {
    return script_.Get(js.isolate())->GetSourceMappingURL();
  }

 private:
  static Result<v8::Local<v8::Value>> RunWithLimit(Js& js, v8::Local<v8::Context> context,
                                                   v8::Local<v8::Script> script, int64_t timeout) {
    v8::TryCatch caught(js.isolate());
    TimeLimit limit(js.isolate(), timeout);
    v8::MaybeLocal<v8::Value> result = script->Run(context);
    v8::Local<v8::Value> value;
    if (limit.Stop()) {
      caught.Reset();
      return Error::Plain("ERR_SCRIPT_EXECUTION_TIMEOUT",
                          "Script execution timed out after " + std::to_string(timeout) + "ms");
    }
    if (!result.ToLocal(&value)) {
      caught.ReThrow();
      return Error::Pending();
    }
    return value;
  }

  v8::Global<v8::UnboundScript> script_;
  bool cache_rejected_ = false;
};

// The global object of a new context. `sandbox` undefined: an ordinary context.
Result<v8::Local<v8::Object>> MakeContext(Js& js, v8::Local<v8::Value> sandbox, bool allow_eval) {
  v8::Local<v8::Object> global;
  v8::Local<v8::Object> object;
  if (sandbox->IsObject()) object = sandbox.As<v8::Object>();
  if (!MakeVmContext(js, object, allow_eval).ToLocal(&global)) return Error::Pending();
  return global;
}

bool IsContext(Js& js, v8::Local<v8::Object> object) { return !VmContextOf(js, object).IsEmpty(); }

// [function, cached data rejected]
Result<v8::Local<v8::Array>> CompileFunction(
    Js& js, v8::Local<v8::String> code, v8::Local<v8::String> filename, int32_t line,
    int32_t column, std::vector<v8::Local<v8::String>> parameters,
    v8::Local<v8::Value> contextified, std::vector<v8::Local<v8::Object>> extensions,
    std::optional<ByteView> cached_data, v8::Local<v8::Value> importer) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::Context> context = js.context();
  if (contextified->IsObject() &&
      !VmContextOf(js, contextified.As<v8::Object>()).ToLocal(&context)) {
    return Error::Type("ERR_INVALID_ARG_TYPE", "the object is no vm context");
  }
  CachedData* cache = CopyCache(cached_data);
  v8::ScriptCompiler::Source source(
      code,
      Origin(filename, HostOptions(isolate, importer.As<v8::Primitive>()), false, line, column),
      cache);
  auto option =
      cache ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions;
  v8::Local<v8::Function> function;
  if (!CompileWithArrow<v8::Function>(js, [&] {
         return v8::ScriptCompiler::CompileFunction(context, &source, parameters.size(),
                                                    parameters.data(), extensions.size(),
                                                    extensions.data(), option);
       }).ToLocal(&function)) {
    return Error::Pending();
  }
  v8::Local<v8::Value> rejected = js.Undefined();
  if (cache) rejected = js.Bool(source.GetCachedData()->rejected);
  v8::Local<v8::Value> parts[] = {function, rejected};
  return v8::Array::New(isolate, parts, 2);
}

Result<Bytes> FunctionCache(v8::Local<v8::Function> function) {
  return TakeCache(v8::ScriptCompiler::CreateCodeCacheForFunction(function));
}

}  // namespace

constinit const BindingSpec kVmBinding = Binding<
    "vm",
    Class<VmScript,
          Ctor<&VmScript::New, "code", "filename", "line", "column", "cachedData", "importer">,
          Fn<"run", &VmScript::Run, "contextified", "timeout">,
          Fn<"createCachedData", &VmScript::CreateCachedData>,
          Fn<"cacheRejected", &VmScript::CacheRejected>,
          Fn<"sourceMapUrl", &VmScript::SourceMapUrl>>,
    Fn<"makeContext", &MakeContext, "sandbox", "allowEval">, Fn<"isContext", &IsContext, "object">,
    Fn<"compileFunction", &CompileFunction, "code", "filename", "line", "column", "parameters",
       "contextified", "extensions", "cachedData", "importer">,
    Fn<"functionCache", &FunctionCache, "fn">>;

}  // namespace rondo
