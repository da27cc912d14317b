// binding:structured_clone: copies of values by V8's serializer.
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "bindings/all.h"
#include "runtime/loop/sync_scope.h"

namespace rondo {
namespace {

// The code by which lib/ knows the errors that are to be a DataCloneError.
constexpr const char* kNotCloned = "RONDO_DATA_CLONE";

// What a copy shares with its original: memory between threads.
struct Shared {
  std::vector<v8::Local<v8::SharedArrayBuffer>> buffers;
  std::vector<v8::Local<v8::WasmModuleObject>> modules;
};

// Whether anything was ever marked: without marks no object needs to be asked for one.
struct CloneMarks {
  bool any = false;
};

v8::Local<v8::Private> UncloneableMark(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, v8::String::NewFromUtf8Literal(isolate, "rondo:uncloneable"));
}

class WriteDelegate : public v8::ValueSerializer::Delegate {
 public:
  WriteDelegate(Js& js, Shared* shared, bool any_marked) : js_(js), shared_(shared) {
    if (any_marked) mark_ = UncloneableMark(js.isolate());
  }

  void ThrowDataCloneError(v8::Local<v8::String> message) override {
    js_.Throw(Error::Plain(kNotCloned, js_.Utf8(message)));
  }
  bool HasCustomHostObject(v8::Isolate*) override { return !mark_.IsEmpty(); }
  v8::Maybe<bool> IsHostObject(v8::Isolate*, v8::Local<v8::Object> object) override {
    return object->HasPrivate(js_.context(), mark_);
  }
  // Objects of C++ classes, and those that were marked.
  v8::Maybe<bool> WriteHostObject(v8::Isolate*, v8::Local<v8::Object> object) override {
    const std::string name = js_.Utf8(object->GetConstructorName());
    js_.Throw(Error::Plain(kNotCloned, "#<" + name + "> could not be cloned."));
    return v8::Nothing<bool>();
  }
  v8::Maybe<uint32_t> GetSharedArrayBufferId(v8::Isolate*,
                                             v8::Local<v8::SharedArrayBuffer> buffer) override {
    return v8::Just(Note(&shared_->buffers, buffer));
  }
  v8::Maybe<uint32_t> GetWasmModuleTransferId(v8::Isolate*,
                                              v8::Local<v8::WasmModuleObject> module) override {
    return v8::Just(Note(&shared_->modules, module));
  }

 private:
  template <class T>
  static uint32_t Note(std::vector<v8::Local<T>>* list, v8::Local<T> object) {
    for (size_t i = 0; i < list->size(); ++i) {
      if ((*list)[i] == object) return static_cast<uint32_t>(i);
    }
    list->push_back(object);
    return static_cast<uint32_t>(list->size() - 1);
  }

  Js& js_;
  Shared* shared_;
  v8::Local<v8::Private> mark_;  // empty when nothing was marked
};

class ReadDelegate : public v8::ValueDeserializer::Delegate {
 public:
  explicit ReadDelegate(Shared* shared) : shared_(shared) {}
  v8::MaybeLocal<v8::SharedArrayBuffer> GetSharedArrayBufferFromId(v8::Isolate*,
                                                                   uint32_t id) override {
    return shared_->buffers[id];
  }
  v8::MaybeLocal<v8::WasmModuleObject> GetWasmModuleFromId(v8::Isolate*, uint32_t id) override {
    return shared_->modules[id];
  }

 private:
  Shared* shared_;
};

// A deep copy of `value`; the ArrayBuffers in `transfer` are moved into it instead of being copied.
Result<v8::Local<v8::Value>> Clone(Js& js, Loop& loop, v8::Local<v8::Value> value,
                                   std::vector<v8::Local<v8::ArrayBuffer>> transfer) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::Context> context = js.context();
  for (size_t i = 0; i < transfer.size(); ++i) {
    if (transfer[i]->WasDetached() || !transfer[i]->IsDetachable()) {
      return Error::Plain(kNotCloned, "An ArrayBuffer is detached and could not be cloned.");
    }
    for (size_t j = 0; j < i; ++j) {
      if (transfer[i] == transfer[j]) {
        return Error::Plain(kNotCloned, "Transfer list contains duplicate ArrayBuffer");
      }
    }
  }

  Shared shared;
  WriteDelegate write_delegate(js, &shared, loop.State<CloneMarks>().any);
  v8::ValueSerializer serializer(isolate, &write_delegate);
  serializer.WriteHeader();
  for (size_t i = 0; i < transfer.size(); ++i)
    serializer.TransferArrayBuffer(static_cast<uint32_t>(i), transfer[i]);
  if (!serializer.WriteValue(context, value).FromMaybe(false)) return Error::Pending();
  auto [data, size] = serializer.Release();
  std::unique_ptr<uint8_t, void (*)(void*)> bytes(data, &std::free);

  ReadDelegate read_delegate(&shared);
  v8::ValueDeserializer deserializer(isolate, bytes.get(), size, &read_delegate);
  for (size_t i = 0; i < transfer.size(); ++i) {
    std::shared_ptr<v8::BackingStore> store = transfer[i]->GetBackingStore();
    if (transfer[i]->Detach(v8::Local<v8::Value>()).IsNothing()) return Error::Pending();
    deserializer.TransferArrayBuffer(static_cast<uint32_t>(i),
                                     v8::ArrayBuffer::New(isolate, std::move(store)));
  }
  v8::Local<v8::Value> copy;
  if (!deserializer.ReadHeader(context).FromMaybe(false) ||
      !deserializer.ReadValue(context).ToLocal(&copy)) {
    return Error::Pending();
  }
  return copy;
}

// Copies of `object`, and of what holds it, are refused from now on.
Result<void> MarkUncloneable(Js& js, Loop& loop, v8::Local<v8::Object> object) {
  loop.State<CloneMarks>().any = true;
  const bool set =
      object->SetPrivate(js.context(), UncloneableMark(js.isolate()), v8::True(js.isolate()))
          .FromMaybe(false);
  if (!set) return Error::Pending();
  return Ok{};
}

}  // namespace

constinit const BindingSpec kStructuredCloneBinding =
    Binding<"structured_clone", SyncFnAs<"structuredClone", "clone", &Clone, "value", "transfer">,
            Fn<"markUncloneable", &MarkUncloneable, "object">>;

}  // namespace rondo
