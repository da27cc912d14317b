#include "runtime/engine/builtin_loader.h"

#include <algorithm>
#include <map>
#include <string>

#include "runtime/engine/builtins.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

struct BuiltinLoader {
  std::span<const BindingSpec* const> bindings;
  std::map<std::string, v8::Global<v8::Object>, std::less<>> instances;
};

// The text lives in the executable's read-only data: V8 uses it in place.
class EmbeddedText : public v8::String::ExternalOneByteStringResource {
 public:
  explicit EmbeddedText(std::string_view text) : text_(text) {}
  const char* data() const override { return text_.data(); }
  size_t length() const override { return text_.size(); }

 private:
  std::string_view text_;
};

Result<v8::Local<v8::Object>> GetBinding(Loop& loop, Js& js, std::string name) {
  BuiltinLoader& loader = loop.State<BuiltinLoader>();
  auto found = loader.instances.find(name);
  if (found != loader.instances.end()) return found->second.Get(js.isolate());
  for (const BindingSpec* spec : loader.bindings) {
    if (name != spec->name) continue;
    v8::Local<v8::Object> instance = v8::Object::New(js.isolate());
    spec->install(js, instance);
    loader.instances.emplace(name, v8::Global<v8::Object>(js.isolate(), instance));
    return instance;
  }
  return Error::Plain("ERR_INTERNAL_ASSERTION", "no binding is named '" + name + "'");
}

Result<v8::Local<v8::Function>> Compile(Js& js, const std::string& id, std::span<v8::Local<v8::String>> parameters) {
  const BuiltinSource* unit = FindBuiltin(id);
  if (!unit) return Error::Plain("ERR_INTERNAL_ASSERTION", "no unit of lib/ is named '" + id + "'");
  v8::Local<v8::String> text =
      v8::String::NewExternalOneByte(js.isolate(), new EmbeddedText(unit->text())).ToLocalChecked();
  v8::ScriptOrigin origin(js.String("node:" + id));
  v8::ScriptCompiler::Source source(text, origin);
  v8::Local<v8::Function> function;
  if (!v8::ScriptCompiler::CompileFunction(js.context(), &source, parameters.size(), parameters.data())
           .ToLocal(&function)) {
    return Error::Pending();
  }
  return function;
}

// The unit as a function (module, exports, load, binding).
Result<v8::Local<v8::Function>> CompileBuiltin(Js& js, std::string id) {
  v8::Local<v8::String> parameters[] = {js.Name("module"), js.Name("exports"), js.Name("__load"),
                                        js.Name("__binding")};
  return Compile(js, id, parameters);
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
    Binding<"engine", Fn<"binding", &GetBinding, "name">, Fn<"compileBuiltin", &CompileBuiltin, "id">,
            Fn<"builtinIds", &BuiltinIds>>;

void SetBindings(Js& js, std::span<const BindingSpec* const> bindings) {
  Loop::From(js.isolate()).State<BuiltinLoader>().bindings = bindings;
}

v8::MaybeLocal<v8::Object> RunBootstrap(Js& js) {
  Loop& loop = Loop::From(js.isolate());
  v8::Local<v8::String> parameters[] = {js.Name("__binding")};
  Result<v8::Local<v8::Function>> core = Compile(js, "internal/core", parameters);
  if (!core.ok()) return {};
  Result<v8::Local<v8::Object>> engine = GetBinding(loop, js, kEngineBinding.name);
  v8::Local<v8::Value> get_binding;
  if (!engine.ok() || !js.Get(engine.value(), "binding").ToLocal(&get_binding)) return {};
  v8::Local<v8::Value> exports;
  if (!loop.CallInside(js.Undefined(), core.value(), 1, &get_binding).ToLocal(&exports) || !exports->IsObject()) return {};
  return exports.As<v8::Object>();
}

}  // namespace rondo
