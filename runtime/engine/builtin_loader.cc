#include "runtime/engine/builtin_loader.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "runtime/base/check.h"
#include "runtime/engine/builtins.h"
#include "runtime/js/exception.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

struct BuiltinLoader {
  std::span<const BindingSpec* const> bindings;
  v8::Global<v8::Object> instances;  // by name
  std::vector<int> hints;            // see HintsOfCore
  bool record_hints = false;
  v8::Global<v8::Script> core;  // when hints are recorded
  CodeCache code;
  CodeCacheUse use;
  bool record_code = false;
  std::map<const BuiltinSource*, v8::Global<v8::Function>> units;  // when code is recorded
};

// The text lives in the executable's read-only data: V8 uses it in place, a snapshot refers to it.
class EmbeddedText : public v8::String::ExternalOneByteStringResource {
 public:
  const char* data() const override { return source_->begin; }
  size_t length() const override { return source_->text().size(); }
  void Dispose() override {}
  void set_source(const BuiltinSource* source) { source_ = source; }

 private:
  const BuiltinSource* source_ = nullptr;
};

// One for each of kBuiltinSources, at its index.
EmbeddedText* EmbeddedTexts() {
  static EmbeddedText* const texts = [] {
    auto* made = new EmbeddedText[kBuiltinSourceCount];
    for (size_t i = 0; i < kBuiltinSourceCount; ++i) made[i].set_source(&kBuiltinSources[i]);
    return made;
  }();
  return texts;
}

v8::Local<v8::Object> Instances(Js& js, BuiltinLoader& loader) {
  if (loader.instances.IsEmpty()) {
    loader.instances.Reset(js.isolate(),
                           v8::Object::New(js.isolate(), js.Null(), nullptr, nullptr, 0));
  }
  return loader.instances.Get(js.isolate());
}

Result<v8::Local<v8::Object>> GetBinding(Loop& loop, Js& js, std::string name) {
  BuiltinLoader& loader = loop.State<BuiltinLoader>();
  v8::Local<v8::Object> instances = Instances(js, loader);
  v8::Local<v8::Value> known;
  if (js.Get(instances, name).ToLocal(&known) && known->IsObject()) return known.As<v8::Object>();
  for (const BindingSpec* spec : loader.bindings) {
    if (name != spec->name) continue;
    v8::Local<v8::Object> instance = v8::Object::New(js.isolate());
    spec->install(js, instance);
    js.Set(instances, name, instance);
    return instance;
  }
  return Error::Plain("ERR_INTERNAL_ASSERTION", "no binding is named '" + name + "'");
}

v8::Local<v8::String> TextOf(Js& js, const BuiltinSource* unit) {
  return v8::String::NewExternalOneByte(js.isolate(), &EmbeddedTexts()[unit - kBuiltinSources])
      .ToLocalChecked();
}

// The unit as a function (module, exports, load, binding), from the code cache when V8 accepts it.
v8::MaybeLocal<v8::Function> CompileUnit(Js& js, BuiltinLoader& loader, const BuiltinSource* unit) {
  std::span<const uint8_t> code = loader.code.Of(static_cast<size_t>(unit - kBuiltinSources));
  v8::ScriptCompiler::CachedData* cached = nullptr;  // the source owns it, not the bytes
  if (!code.empty())
    cached = new v8::ScriptCompiler::CachedData(code.data(), static_cast<int>(code.size()));
  v8::Local<v8::String> parameters[] = {js.Name("module"), js.Name("exports"), js.Name("__load"),
                                        js.Name("__binding")};
  v8::ScriptOrigin origin(js.String(std::string("node:") + unit->id));
  v8::ScriptCompiler::Source source(TextOf(js, unit), origin, cached);
  v8::Local<v8::Function> function;
  if (!v8::ScriptCompiler::CompileFunction(
           js.context(), &source, std::size(parameters), parameters, 0, nullptr,
           cached ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions)
           .ToLocal(&function)) {
    return {};
  }
  ++(!cached ? loader.use.compiled : cached->rejected ? loader.use.rejected : loader.use.consumed);
  if (loader.record_code) loader.units[unit].Reset(js.isolate(), function);
  return function;
}

Result<v8::Local<v8::Function>> CompileBuiltin(Loop& loop, Js& js, std::string id) {
  const BuiltinSource* unit = FindBuiltin(id);
  if (!unit) return Error::Plain("ERR_INTERNAL_ASSERTION", "no unit of lib/ is named '" + id + "'");
  v8::Local<v8::Function> function;
  if (!CompileUnit(js, loop.State<BuiltinLoader>(), unit).ToLocal(&function))
    return Error::Pending();
  return function;
}

bool IsHinted(int position, void* data) {
  auto* hints = static_cast<std::vector<int>*>(data);
  return std::binary_search(hints->begin(), hints->end(), position);
}

// The core as a function (binding): its text is that of a function expression.
v8::MaybeLocal<v8::Value> CompileCore(Js& js, BuiltinLoader& loader) {
  const BuiltinSource* unit = FindBuiltin("internal/core");
  RONDO_CHECK(unit);
  v8::ScriptOrigin origin(js.String("node:internal/core"));
  v8::ScriptCompiler::Source source(TextOf(js, unit), origin, &IsHinted, &loader.hints);
  v8::ScriptCompiler::CompileOptions options = v8::ScriptCompiler::kNoCompileOptions;
  if (loader.record_hints) {
    options = v8::ScriptCompiler::kProduceCompileHints;
  } else if (!loader.hints.empty()) {
    options = v8::ScriptCompiler::kConsumeCompileHints;
  }
  v8::Local<v8::Script> script;
  if (!v8::ScriptCompiler::Compile(js.context(), &source, options).ToLocal(&script)) return {};
  if (loader.record_hints) loader.core.Reset(js.isolate(), script);
  return script->Run(js.context());
}

std::vector<std::string> BuiltinIds() {
  std::vector<std::string> ids;
  for (size_t i = 0; i < kBuiltinSourceCount; ++i) ids.emplace_back(kBuiltinSources[i].id);
  return ids;
}

}  // namespace

const BuiltinSource* FindBuiltin(std::string_view id) {
  for (size_t i = 0; i < kBuiltinSourceCount; ++i) {
    if (id == kBuiltinSources[i].id) return &kBuiltinSources[i];
  }
  return nullptr;
}

constinit const BindingSpec kEngineBinding =
    Binding<"engine", Fn<"binding", &GetBinding, "name">,
            Fn<"compileBuiltin", &CompileBuiltin, "id">, Fn<"builtinIds", &BuiltinIds>>;

void SetBindings(Js& js, std::span<const BindingSpec* const> bindings) {
  Loop::From(js.isolate()).State<BuiltinLoader>().bindings = bindings;
}

void AppendTextReferences(std::vector<intptr_t>* out) {
  EmbeddedText* texts = EmbeddedTexts();
  for (size_t i = 0; i < kBuiltinSourceCount; ++i)
    out->push_back(reinterpret_cast<intptr_t>(&texts[i]));
}

v8::Local<v8::Object> BindingInstances(Js& js) {
  return Instances(js, Loop::From(js.isolate()).State<BuiltinLoader>());
}

void SetBindingInstances(Js& js, v8::Local<v8::Object> instances) {
  Loop::From(js.isolate()).State<BuiltinLoader>().instances.Reset(js.isolate(), instances);
}

void RecordHints(Js& js) { Loop::From(js.isolate()).State<BuiltinLoader>().record_hints = true; }

std::vector<int> HintsOfCore(Js& js) {
  v8::Local<v8::Script> core =
      Loop::From(js.isolate()).State<BuiltinLoader>().core.Get(js.isolate());
  RONDO_CHECK(!core.IsEmpty());
  std::vector<int> hints = core->GetCompileHintsCollector()->GetCompileHints(js.isolate());
  std::sort(hints.begin(), hints.end());
  return hints;
}

void UseHints(Js& js, std::vector<int> hints) {
  Loop::From(js.isolate()).State<BuiltinLoader>().hints = std::move(hints);
}

void UseCodeCache(Js& js, const CodeCache& code) {
  Loop::From(js.isolate()).State<BuiltinLoader>().code = code;
}

CodeCacheUse UseOfCodeCache(Js& js) { return Loop::From(js.isolate()).State<BuiltinLoader>().use; }

void PrintCodeCacheUse(Js& js) {
  CodeCacheUse use = UseOfCodeCache(js);
  std::fprintf(stderr, "lazy units: %d from the code cache, %d rejected, %d compiled\n",
               use.consumed, use.rejected, use.compiled);
}

void RecordCode(Js& js) { Loop::From(js.isolate()).State<BuiltinLoader>().record_code = true; }

std::vector<std::string> CodeOfUnits(Js& js) {
  BuiltinLoader& loader = Loop::From(js.isolate()).State<BuiltinLoader>();
  RONDO_CHECK(loader.record_code);
  std::vector<std::string> codes(kBuiltinSourceCount);
  for (size_t i = 0; i < kBuiltinSourceCount; ++i) {
    const BuiltinSource* unit = &kBuiltinSources[i];
    if (unit == FindBuiltin("internal/core")) continue;
    v8::Local<v8::Function> function = loader.units[unit].Get(js.isolate());
    if (function.IsEmpty()) function = CompileUnit(js, loader, unit).ToLocalChecked();
    std::unique_ptr<v8::ScriptCompiler::CachedData> data(
        v8::ScriptCompiler::CreateCodeCacheForFunction(function));
    if (!data) continue;
    codes[i].assign(reinterpret_cast<const char*>(data->data), static_cast<size_t>(data->length));
  }
  return codes;
}

namespace {

v8::MaybeLocal<v8::Object> RunBootstrap(Js& js) {
  Loop& loop = Loop::From(js.isolate());
  v8::Local<v8::Value> core;
  if (!CompileCore(js, loop.State<BuiltinLoader>()).ToLocal(&core) || !core->IsFunction())
    return {};
  Result<v8::Local<v8::Object>> engine = GetBinding(loop, js, kEngineBinding.name);
  v8::Local<v8::Value> get_binding;
  if (!engine.ok() || !js.Get(engine.value(), "binding").ToLocal(&get_binding)) return {};
  v8::Local<v8::Value> exports;
  if (!loop.CallInside(js.Undefined(), core.As<v8::Function>(), 1, &get_binding)
           .ToLocal(&exports) ||
      !exports->IsObject())
    return {};
  return exports.As<v8::Object>();
}

}  // namespace

v8::Local<v8::Object> RunBootstrapOrDie(Js& js) {
  v8::TryCatch try_catch(js.isolate());
  v8::Local<v8::Object> core;
  if (RunBootstrap(js).ToLocal(&core)) return core;
  // lib/ itself failed: our own bug, and nothing of lib/ is there to print it nicely.
  v8::Local<v8::Value> stack;
  if (try_catch.HasCaught() && try_catch.StackTrace(js.context()).ToLocal(&stack)) {
    std::fprintf(stderr, "%s%s\n", SourceArrow(js, try_catch.Message()).c_str(),
                 js.Utf8(stack).c_str());
  }
  RONDO_CHECK(false && "the built-in modules failed to start");
  return core;
}

}  // namespace rondo
