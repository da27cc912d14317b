// What V8 calls while modules run: import(), import.meta, and the body of synthetic modules.
#include <vector>

#include "runtime/base/check.h"
#include "runtime/engine/esm.h"
#include "runtime/loop/loop.h"

namespace rondo {

void ModuleTable::SetHooks(Js& js, v8::Local<v8::Function> import_hook,
                           v8::Local<v8::Function> meta_hook) {
  v8::Isolate* isolate = js.isolate();
  import_hook_.Reset(isolate, import_hook);
  meta_hook_.Reset(isolate, meta_hook);
  isolate->SetHostImportModuleDynamicallyCallback(&ModuleTable::OnImport);
  isolate->SetHostInitializeImportMetaObjectCallback(&ModuleTable::OnImportMeta);
}

v8::MaybeLocal<v8::Value> ModuleTable::OnEvaluateSynthetic(v8::Local<v8::Context> context,
                                                           v8::Local<v8::Module> module) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  Loop& loop = Loop::From(isolate);
  Record* record = Of(loop).Find(isolate, module);
  RONDO_CHECK(record);
  v8::Local<v8::Function> evaluate = record->evaluate.Get(isolate);
  record->evaluate.Reset();  // the record may move while the function runs: other modules are added
  if (!evaluate.IsEmpty() &&
      loop.CallInside(v8::Undefined(isolate), evaluate, 0, nullptr).IsEmpty())
    return {};
  v8::Local<v8::Promise::Resolver> resolver;
  if (!v8::Promise::Resolver::New(context).ToLocal(&resolver)) return {};
  if (resolver->Resolve(context, v8::Undefined(isolate)).IsNothing()) return {};
  return resolver->GetPromise();
}

v8::MaybeLocal<v8::Promise> ModuleTable::OnImport(v8::Local<v8::Context> context,
                                                  v8::Local<v8::Data> host_options,
                                                  v8::Local<v8::Value> resource_name,
                                                  v8::Local<v8::String> specifier,
                                                  v8::Local<v8::FixedArray> attributes) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  Loop& loop = Loop::From(isolate);
  std::vector<v8::Local<v8::Value>> pairs;
  pairs.reserve(attributes->Length());
  for (int i = 0; i < attributes->Length(); ++i)
    pairs.push_back(attributes->Get(context, i).As<v8::Value>());
  v8::Local<v8::Value> importer = v8::Undefined(isolate);
  v8::Local<v8::FixedArray> options = host_options.As<v8::FixedArray>();
  if (options->Length() > 0) importer = options->Get(context, 0).As<v8::Value>();
  v8::Local<v8::Value> name = resource_name;
  if (!name->IsString()) name = v8::String::Empty(isolate);
  v8::Local<v8::Value> arguments[] = {
      specifier, v8::Array::New(isolate, pairs.data(), pairs.size()), name, importer};
  v8::Local<v8::Function> hook = Of(loop).import_hook_.Get(isolate);
  RONDO_CHECK(!hook.IsEmpty());
  v8::Local<v8::Value> promise;
  if (!loop.CallInside(v8::Undefined(isolate), hook, 4, arguments).ToLocal(&promise)) return {};
  RONDO_CHECK(promise->IsPromise());
  return promise.As<v8::Promise>();
}

void ModuleTable::OnImportMeta(v8::Local<v8::Context>, v8::Local<v8::Module> module,
                               v8::Local<v8::Object> meta) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  Loop& loop = Loop::From(isolate);
  ModuleTable& table = Of(loop);
  Handle handle;
  v8::Local<v8::Function> hook = table.meta_hook_.Get(isolate);
  if (hook.IsEmpty() || !table.Find(isolate, module, &handle)) return;
  v8::Local<v8::Value> arguments[] = {v8::Integer::NewFromUnsigned(isolate, handle), meta};
  (void)loop.CallInside(v8::Undefined(isolate), hook, 2, arguments);
}

}  // namespace rondo
