#include "runtime/engine/snapshot.h"

#include <cstdio>
#include <memory>
#include <utility>

#include "runtime/base/check.h"
#include "runtime/engine/builtin_loader.h"
#include "runtime/engine/platform.h"
#include "runtime/js/exception.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

// Where the snapshot keeps what it holds: the main context is the first that was added, the default
// context stays bare.
constexpr size_t kMainContext = 0;
enum ContextData : size_t { kExports, kBindings, kClassNames };

// Runs the core in `context` and attaches to `creator` what C++ would otherwise forget.
void Fill(v8::SnapshotCreator& creator, v8::Local<v8::Context> context,
          std::span<const BindingSpec* const> bindings, std::vector<int> hints) {
  v8::Isolate* isolate = creator.GetIsolate();
  Js js(isolate, context);
  Loop loop(js);
  SetBindings(js, bindings);
  UseHints(js, std::move(hints));
  v8::Local<v8::Object> exports;
  loop.RunTask(TaskKind::kMain, [&] { exports = RunBootstrapOrDie(js); });
  RONDO_CHECK(creator.AddData(context, exports) == kExports);
  RONDO_CHECK(creator.AddData(context, BindingInstances(js)) == kBindings);
  std::vector<v8::Local<v8::Value>> names;
  js.EachConstructor([&](const std::string& name, v8::Local<v8::FunctionTemplate> constructor) {
    RONDO_CHECK(creator.AddData(constructor) == names.size());
    names.push_back(js.Name(name));
  });
  RONDO_CHECK(creator.AddData(context, v8::Array::New(isolate, names.data(), names.size())) ==
              kClassNames);
}

template <class T>
v8::Local<T> Take(v8::Local<v8::Context> context, ContextData index) {
  return context->GetDataFromSnapshotOnce<T>(index).ToLocalChecked();
}

}  // namespace

std::vector<intptr_t> ExternalReferences(std::span<const BindingSpec* const> bindings) {
  std::vector<intptr_t> references;
  references.reserve(4096);
  AppendTextReferences(&references);
  for (const BindingSpec* spec : bindings) spec->references(&references);
  references.push_back(0);
  return references;
}

SnapshotBlob MakeSnapshot(std::span<const BindingSpec* const> bindings, std::vector<int> hints) {
  std::vector<intptr_t> references = ExternalReferences(bindings);
  std::unique_ptr<v8::ArrayBuffer::Allocator> allocator(
      v8::ArrayBuffer::Allocator::NewDefaultAllocator());
  v8::Isolate::CreateParams params;
  params.array_buffer_allocator = allocator.get();
  params.external_references = references.data();
  v8::Isolate* isolate = v8::Isolate::Allocate();
  Platform::Get().RegisterIsolate(isolate);
  v8::SnapshotCreator creator(isolate, params);
  {
    v8::HandleScope handles(isolate);
    creator.SetDefaultContext(v8::Context::New(isolate));
    v8::Local<v8::Context> context = v8::Context::New(isolate);
    v8::Context::Scope entered(context);
    Fill(creator, context, bindings, std::move(hints));
    RONDO_CHECK(creator.AddContext(context) == kMainContext);
  }
  v8::StartupData blob = creator.CreateBlob(v8::SnapshotCreator::FunctionCodeHandling::kKeep);
  RONDO_CHECK(blob.data && blob.raw_size > 0);
  SnapshotBlob out{std::string(blob.data, static_cast<size_t>(blob.raw_size)),
                   blob.CanBeRehashed()};
  delete[] blob.data;
  return out;
}

v8::Local<v8::Context> ContextFromSnapshot(v8::Isolate* isolate) {
  return v8::Context::FromSnapshot(isolate, kMainContext).ToLocalChecked();
}

v8::Local<v8::Object> RestoreFromSnapshot(Js& js) {
  v8::Local<v8::Context> context = js.context();
  SetBindingInstances(js, Take<v8::Object>(context, kBindings));
  v8::Local<v8::Array> names = Take<v8::Array>(context, kClassNames);
  for (uint32_t i = 0; i < names->Length(); ++i) {
    std::string name = js.Utf8(names->Get(context, i).ToLocalChecked());
    js.SetConstructor(
        name.c_str(),
        js.isolate()->GetDataFromSnapshotOnce<v8::FunctionTemplate>(i).ToLocalChecked());
  }
  return Take<v8::Object>(context, kExports);
}

}  // namespace rondo
