#include "runtime/engine/esm.h"

#include <utility>

#include "runtime/base/check.h"
#include "runtime/engine/compile_cache.h"
#include "runtime/engine/host_options.h"
#include "runtime/loop/loop.h"

namespace rondo {

ModuleTable& ModuleTable::Of(Loop& loop) { return loop.State<ModuleTable>(); }

ModuleTable::Handle ModuleTable::Add(v8::Isolate* isolate, v8::Local<v8::Module> module) {
  Handle handle = static_cast<Handle>(records_.size());
  records_.emplace_back().module.Reset(isolate, module);
  by_hash_.emplace(module->GetIdentityHash(), handle);
  return handle;
}

v8::Local<v8::Module> ModuleTable::Get(Js& js, Handle handle) {
  RONDO_CHECK(handle < records_.size());
  return records_[handle].module.Get(js.isolate());
}

ModuleTable::Record* ModuleTable::Find(v8::Isolate* isolate, v8::Local<v8::Module> module,
                                       Handle* handle) {
  auto [begin, end] = by_hash_.equal_range(module->GetIdentityHash());
  for (auto it = begin; it != end; ++it) {
    Record& record = records_[it->second];
    if (record.module.Get(isolate) != module) continue;
    if (handle) *handle = it->second;
    return &record;
  }
  return nullptr;
}

Result<ModuleTable::Handle> ModuleTable::Compile(Js& js, v8::Local<v8::String> source,
                                                 v8::Local<v8::String> url, CompileCache* cache) {
  v8::Isolate* isolate = js.isolate();
  v8::ScriptOrigin origin = Origin(url, HostOptions(isolate, v8::Undefined(isolate)), true);
  auto compile = [isolate](v8::ScriptCompiler::Source* text,
                           v8::ScriptCompiler::CompileOptions options) {
    return v8::ScriptCompiler::CompileModule(isolate, text, options);
  };
  v8::MaybeLocal<v8::Module> compiled;
  if (cache) {
    compiled =
        cache->Compile<v8::Module>(js, CompileCache::Kind::kModule, source, url, origin, compile);
  } else {
    v8::ScriptCompiler::Source text(source, origin);
    compiled = CompileWithArrow<v8::Module>(
        js, [&] { return compile(&text, v8::ScriptCompiler::kNoCompileOptions); });
  }
  v8::Local<v8::Module> module;
  if (!compiled.ToLocal(&module)) return Error::Pending();
  return Add(isolate, module);
}

ModuleTable::Handle ModuleTable::CreateSynthetic(Js& js, v8::Local<v8::String> url,
                                                 std::vector<v8::Local<v8::String>> names,
                                                 v8::Local<v8::Function> evaluate) {
  v8::Local<v8::Module> module = v8::Module::CreateSyntheticModule(
      js.isolate(), url, v8::MemorySpan<const v8::Local<v8::String>>(names.data(), names.size()),
      &ModuleTable::OnEvaluateSynthetic);
  Handle handle = Add(js.isolate(), module);
  records_[handle].evaluate.Reset(js.isolate(), evaluate);
  return handle;
}

Result<void> ModuleTable::SetExport(Js& js, Handle handle, v8::Local<v8::String> name,
                                    v8::Local<v8::Value> value) {
  if (Get(js, handle)->SetSyntheticModuleExport(js.isolate(), name, value).IsNothing())
    return Error::Pending();
  return Ok{};
}

v8::Local<v8::Array> ModuleTable::Requests(Js& js, Handle handle) {
  v8::Local<v8::Context> context = js.context();
  v8::Local<v8::FixedArray> requests = Get(js, handle)->GetModuleRequests();
  std::vector<v8::Local<v8::Value>> list;
  list.reserve(requests->Length());
  for (int i = 0; i < requests->Length(); ++i) {
    v8::Local<v8::ModuleRequest> request = requests->Get(context, i).As<v8::ModuleRequest>();
    v8::Local<v8::FixedArray> attributes = request->GetImportAttributes();
    std::vector<v8::Local<v8::Value>> entry{request->GetSpecifier()};
    for (int k = 0; k + 1 < attributes->Length(); k += 3) {  // key, value, source offset
      entry.push_back(attributes->Get(context, k).As<v8::Value>());
      entry.push_back(attributes->Get(context, k + 1).As<v8::Value>());
    }
    list.push_back(v8::Array::New(js.isolate(), entry.data(), entry.size()));
  }
  return v8::Array::New(js.isolate(), list.data(), list.size());
}

void ModuleTable::Link(Handle handle, std::vector<uint32_t> targets) {
  RONDO_CHECK(handle < records_.size());
  records_[handle].targets = std::move(targets);
}

namespace {

bool SameAttributes(v8::Local<v8::Context> context, v8::Local<v8::FixedArray> a,
                    v8::Local<v8::FixedArray> b) {
  if (a->Length() != b->Length()) return false;
  for (int i = 0; i + 1 < a->Length(); i += 3) {
    for (int k = i; k < i + 2; ++k) {
      if (!a->Get(context, k).As<v8::Value>()->StrictEquals(b->Get(context, k).As<v8::Value>()))
        return false;
    }
  }
  return true;
}

}  // namespace

v8::MaybeLocal<v8::Module> ModuleTable::OnResolve(v8::Local<v8::Context> context,
                                                  v8::Local<v8::String> specifier,
                                                  v8::Local<v8::FixedArray> attributes,
                                                  v8::Local<v8::Module> referrer) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  ModuleTable& table = Of(Loop::From(isolate));
  Record* record = table.Find(isolate, referrer);
  RONDO_CHECK(record);
  v8::Local<v8::FixedArray> requests = referrer->GetModuleRequests();
  size_t count = requests->Length();
  for (size_t tried = 0; tried < count; ++tried) {
    size_t i = (record->next_request + tried) % count;
    v8::Local<v8::ModuleRequest> request =
        requests->Get(context, static_cast<int>(i)).As<v8::ModuleRequest>();
    if (i >= record->targets.size() || !request->GetSpecifier()->StrictEquals(specifier) ||
        !SameAttributes(context, request->GetImportAttributes(), attributes)) {
      continue;
    }
    record->next_request = i + 1;
    return table.records_[record->targets[i]].module.Get(isolate);
  }
  Js& js = Js::From(isolate);
  js.Throw(Error::Plain("ERR_VM_MODULE_LINK_FAILURE",
                        "request for '" + js.Utf8(specifier) + "' is not linked"));
  return {};
}

v8::Local<v8::Value> ModuleTable::Instantiate(Js& js, Handle handle) {
  v8::Local<v8::Context> context = js.context();
  v8::TryCatch caught(js.isolate());
  if (Get(js, handle)->InstantiateModule(context, &ModuleTable::OnResolve).FromMaybe(false))
    return js.Undefined();
  if (!caught.HasCaught() || caught.HasTerminated()) {
    caught.ReThrow();
    return {};
  }
  v8::Local<v8::Message> message = caught.Message();
  v8::Local<v8::Value> name = js.String("");
  v8::Local<v8::String> line;
  if (!message.IsEmpty()) {
    AttachArrow(js, caught.Exception(), message);
    name = message->GetScriptResourceName();
    line = message->GetSourceLine(context).FromMaybe(line);
  }
  if (line.IsEmpty()) line = js.String("");
  v8::Local<v8::Value> failure[] = {caught.Exception(), name, line};
  return v8::Array::New(js.isolate(), failure, 3);
}

Result<v8::Local<v8::Value>> ModuleTable::Evaluate(Js& js, Handle handle) {
  v8::Local<v8::Value> promise;
  if (!Get(js, handle)->Evaluate(js.context()).ToLocal(&promise)) return Error::Pending();
  return promise;
}

v8::Local<v8::Value> ModuleTable::Namespace(Js& js, Handle handle) {
  return Get(js, handle)->GetModuleNamespace();
}

int32_t ModuleTable::Status(Js& js, Handle handle) { return Get(js, handle)->GetStatus(); }

bool ModuleTable::IsGraphAsync(Js& js, Handle handle) {
  v8::Local<v8::Module> module = Get(js, handle);
  return module->IsSourceTextModule() && module->IsGraphAsync();
}

bool ModuleTable::HasTopLevelAwait(Js& js, Handle handle) {
  v8::Local<v8::Module> module = Get(js, handle);
  return module->IsSourceTextModule() && module->HasTopLevelAwait();
}

v8::Local<v8::Value> ModuleTable::Exception(Js& js, Handle handle) {
  v8::Local<v8::Module> module = Get(js, handle);
  if (module->GetStatus() != v8::Module::kErrored) return js.Undefined();
  v8::Local<v8::Value> exception = module->GetException();
  return v8::Array::New(js.isolate(), &exception, 1);
}

std::vector<std::string> ModuleTable::StalledAwaits(Js& js, Handle handle) {
  v8::Local<v8::Module> module = Get(js, handle);
  std::vector<std::string> places;
  if (!module->IsSourceTextModule() || module->GetStatus() != v8::Module::kEvaluated) return places;
  auto [modules, messages] = module->GetStalledTopLevelAwaitMessages(js.isolate());
  for (v8::Local<v8::Message> message : messages) places.push_back(SourceArrow(js, message));
  return places;
}

}  // namespace rondo
