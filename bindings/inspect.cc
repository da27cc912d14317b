// binding:inspect: what the engine knows about a value and JavaScript cannot see: its true kind, a
// promise's state, a proxy's target, the entries of an iterator.
#include <cinttypes>
#include <cstdio>
#include <string>
#include <vector>

#include "bindings/all.h"

namespace rondo {
namespace {

// lib/internal/util/inspect/kinds.ts has the same list.
enum Kind : int32_t {
  kPrimitive,
  kPlain,
  kArray,
  kFunction,
  kAsyncFunction,
  kGeneratorFunction,
  kAsyncGeneratorFunction,
  kDate,
  kRegExp,
  kError,
  kPromise,
  kMap,
  kSet,
  kWeakMap,
  kWeakSet,
  kMapIterator,
  kSetIterator,
  kArrayBuffer,
  kSharedArrayBuffer,
  kDataView,
  kTypedArray,
  kProxy,
  kExternal,
  kModule,
  kGenerator,
  kArguments,
  kNumberObject,
  kStringObject,
  kBooleanObject,
  kBigIntObject,
  kSymbolObject,
  kWeakRef,
};

int32_t FunctionKind(v8::Local<v8::Value> value) {
  const bool async = value->IsAsyncFunction();
  if (value->IsGeneratorFunction()) return async ? kAsyncGeneratorFunction : kGeneratorFunction;
  return async ? kAsyncFunction : kFunction;
}

int32_t KindOf(v8::Local<v8::Value> value) {
  if (!value->IsObject()) return kPrimitive;
  if (value->IsProxy()) return kProxy;
  if (value->IsArray()) return kArray;
  if (value->IsFunction()) return FunctionKind(value);
  if (value->IsArrayBufferView()) return value->IsDataView() ? kDataView : kTypedArray;
  if (value->IsMap()) return kMap;
  if (value->IsSet()) return kSet;
  if (value->IsDate()) return kDate;
  if (value->IsRegExp()) return kRegExp;
  if (value->IsPromise()) return kPromise;
  if (value->IsNativeError()) return kError;
  if (value->IsArrayBuffer()) return kArrayBuffer;
  if (value->IsSharedArrayBuffer()) return kSharedArrayBuffer;
  if (value->IsWeakMap()) return kWeakMap;
  if (value->IsWeakSet()) return kWeakSet;
  if (value->IsMapIterator()) return kMapIterator;
  if (value->IsSetIterator()) return kSetIterator;
  if (value->IsGeneratorObject()) return kGenerator;
  if (value->IsArgumentsObject()) return kArguments;
  if (value->IsModuleNamespaceObject()) return kModule;
  if (value->IsStringObject()) return kStringObject;
  if (value->IsNumberObject()) return kNumberObject;
  if (value->IsBooleanObject()) return kBooleanObject;
  if (value->IsBigIntObject()) return kBigIntObject;
  if (value->IsSymbolObject()) return kSymbolObject;
  if (value->IsWeakRef()) return kWeakRef;
  if (value->IsExternal()) return kExternal;
  return kPlain;
}
int32_t FastKindOf(v8::Local<v8::Value>, v8::Local<v8::Value> value) { return KindOf(value); }

// [state, result]; 0 pending, 1 fulfilled, 2 rejected.
v8::Local<v8::Array> PromiseDetails(Js& js, v8::Local<v8::Promise> promise) {
  const v8::Promise::PromiseState state = promise->State();
  v8::Local<v8::Value> result = js.Undefined();
  if (state != v8::Promise::kPending) result = promise->Result();
  v8::Local<v8::Value> details[] = {js.Int(state), result};
  return v8::Array::New(js.isolate(), details, 2);
}

// [target, handler], both null once the proxy is revoked; undefined for what is no proxy.
v8::Local<v8::Value> ProxyDetails(Js& js, v8::Local<v8::Value> value) {
  if (!value->IsProxy()) return js.Undefined();
  v8::Local<v8::Proxy> proxy = value.As<v8::Proxy>();
  v8::Local<v8::Value> details[] = {proxy->GetTarget(), proxy->GetHandler()};
  return v8::Array::New(js.isolate(), details, 2);
}

// [entries in one flat list, whether they are pairs] of a Map or Set iterator or a weak collection,
// left as it is.
v8::Local<v8::Value> PreviewEntries(Js& js, v8::Local<v8::Object> object) {
  bool pairs = false;
  v8::Local<v8::Array> entries;
  if (!object->PreviewEntries(&pairs).ToLocal(&entries)) entries = v8::Array::New(js.isolate());
  v8::Local<v8::Value> details[] = {entries, js.Bool(pairs)};
  return v8::Array::New(js.isolate(), details, 2);
}

// Own keys that are no array indices: strings, then symbols. Empty when a trap or an interceptor
// threw.
v8::Local<v8::Value> NonIndexKeys(Js& js, v8::Local<v8::Object> object, bool only_enumerable) {
  const auto filter = only_enumerable ? v8::ONLY_ENUMERABLE : v8::ALL_PROPERTIES;
  v8::MaybeLocal<v8::Array> found = object->GetPropertyNames(
      js.context(), v8::KeyCollectionMode::kOwnOnly, filter, v8::IndexFilter::kSkipIndices);
  v8::Local<v8::Array> keys;
  return found.ToLocal(&keys) ? keys : v8::Array::New(js.isolate());
}

v8::Local<v8::String> ConstructorName(v8::Local<v8::Object> object) {
  return object->GetConstructorName();
}

// The pointer inside an External, in hexadecimal.
std::string ExternalAddress(v8::Local<v8::Value> value) {
  char text[2 * sizeof(uintptr_t) + 1] = "0";
  if (value->IsExternal()) {
    const void* address = value.As<v8::External>()->Value();
    std::snprintf(text, sizeof(text), "%" PRIxPTR, reinterpret_cast<uintptr_t>(address));
  }
  return text;
}

// The stack of the caller, nearest frame first, at most `limit` frames:
// [{functionName, scriptId, scriptName, lineNumber, columnNumber, column}].
v8::Local<v8::Array> CallSites(Js& js, int32_t limit) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::StackTrace> stack = v8::StackTrace::CurrentStackTrace(isolate, limit);
  const int count = stack->GetFrameCount();
  std::vector<v8::Local<v8::Value>> sites;
  sites.reserve(count);
  auto text = [&](v8::Local<v8::String> name) -> v8::Local<v8::Value> {
    return name.IsEmpty() ? js.Name("") : name;
  };
  for (int i = 0; i < count; ++i) {
    v8::Local<v8::StackFrame> frame = stack->GetFrame(isolate, i);
    v8::Local<v8::Object> site = v8::Object::New(isolate);
    js.Set(site, "functionName", text(frame->GetFunctionName()));
    js.Set(site, "scriptId", js.String(std::to_string(frame->GetScriptId())));
    js.Set(site, "scriptName", text(frame->GetScriptNameOrSourceURL()));
    js.Set(site, "lineNumber", js.Int(frame->GetLineNumber()));
    js.Set(site, "columnNumber", js.Int(frame->GetColumn()));
    js.Set(site, "column", js.Int(frame->GetColumn()));
    sites.push_back(site);
  }
  return v8::Array::New(isolate, sites.data(), sites.size());
}

// Where the nearest frame outside the runtime's own scripts stands: [source text, line, column],
// both counted from 1. Undefined when there is no such frame, or V8 kept no source of it.
v8::Local<v8::Value> CallerSource(Js& js) {
  v8::Isolate* isolate = js.isolate();
  v8::Local<v8::StackTrace> stack = v8::StackTrace::CurrentStackTrace(isolate, 20);
  for (int i = 0; i < stack->GetFrameCount(); ++i) {
    v8::Local<v8::StackFrame> frame = stack->GetFrame(isolate, i);
    v8::Local<v8::String> name = frame->GetScriptName();
    if (!name.IsEmpty() && js.Utf8(name).starts_with("node:")) continue;
    v8::Local<v8::String> source = frame->GetScriptSource();
    if (source.IsEmpty()) return js.Undefined();
    v8::Local<v8::Value> place[] = {source, js.Int(frame->GetLineNumber()),
                                    js.Int(frame->GetColumn())};
    return v8::Array::New(isolate, place, 3);
  }
  return js.Undefined();
}

}  // namespace

constinit const BindingSpec kInspectBinding =
    Binding<"inspect", FastFn<"kindOf", &KindOf, &FastKindOf, "value">,
            Fn<"promiseDetails", &PromiseDetails, "promise">,
            Fn<"proxyDetails", &ProxyDetails, "value">,
            Fn<"previewEntries", &PreviewEntries, "object">,
            Fn<"nonIndexKeys", &NonIndexKeys, "object", "onlyEnumerable">,
            Fn<"constructorName", &ConstructorName, "object">,
            Fn<"externalAddress", &ExternalAddress, "value">, Fn<"callSites", &CallSites, "limit">,
            Fn<"callerSource", &CallerSource>>;

}  // namespace rondo
