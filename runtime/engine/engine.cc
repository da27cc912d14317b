#include "runtime/engine/engine.h"

#include "runtime/base/check.h"
#include "runtime/base/startup_trace.h"
#include "runtime/engine/builtin_loader.h"
#include "runtime/engine/hash_seed.h"
#include "runtime/engine/platform.h"
#include "runtime/engine/snapshot.h"
#include "runtime/js/blocks.h"

namespace rondo {

void InitializeV8(const Options& options) {
  // V8's own 32 MiB lets an idle server's young generation grow to 96 MiB, and was measured slower
  // than 16.
  std::string flags = "--max-semi-space-size=16";
  flags += " --rehash-snapshot";  // a hash seed of its own for every process (hash_seed.h)
  // V8 reads the seed when an isolate begins, and is told to forget it afterwards: code caches are
  // refused between processes whose flags differ.
  flags += " --no-freeze-flags-after-init --hash-seed=" + std::to_string(DrawHashSeed());
  // V8 compiles functions in batches when they have this many bytes of code together; with its own
  // 4096 an empty script already does, and starts a thread for it.
  flags += " --baseline-batch-compilation-threshold=16384";
  for (const std::string& flag : options.v8_flags) flags += " " + flag;
  v8::V8::SetFlagsFromString(flags.data(), flags.size());
  v8::V8::InitializePlatform(&Platform::Get());
  v8::V8::Initialize();
}

Engine::Engine(const Options& options, std::span<const BindingSpec* const> bindings,
               const v8::StartupData* snapshot, const CodeCache& code_cache)
    : from_snapshot_(snapshot != nullptr),
      allocator_(blocks::NewAllocator()),
      isolate_(v8::Isolate::Allocate()) {
  Platform::Get().RegisterIsolate(isolate_);
  v8::Isolate::CreateParams params;
  params.array_buffer_allocator = allocator_.get();
  if (snapshot) {
    references_ = ExternalReferences(bindings);
    params.external_references = references_.data();
    params.snapshot_blob = snapshot;
  }
  v8::Isolate::Initialize(isolate_, params);
  v8::V8::SetFlagsFromString("--hash-seed=0");
  MarkStartup("isolate");
  isolate_->Enter();
  v8::HandleScope handles(isolate_);
  v8::Local<v8::Context> context =
      snapshot ? ContextFromSnapshot(isolate_) : v8::Context::New(isolate_);
  context->Enter();
  MarkStartup("context");
  js_ = std::make_unique<Js>(isolate_, context);
  loop_ = std::make_unique<Loop>(*js_);
  loop_->State<const Options*>() = &options;
  Platform::Get().AttachLoop(isolate_, *loop_);
  isolate_->SetCaptureStackTraceForUncaughtExceptions(false);
  SetBindings(*js_, bindings);
  UseCodeCache(*js_, code_cache);
}

Engine::~Engine() = default;

int Engine::Run() {
  v8::HandleScope handles(isolate_);
  loop_->RunTask(TaskKind::kMain, [this] {
    v8::Local<v8::Object> core =
        from_snapshot_ ? RestoreFromSnapshot(*js_) : RunBootstrapOrDie(*js_);
    v8::Local<v8::Value> start;
    MarkStartup(from_snapshot_ ? "restore" : "bootstrap");
    RONDO_CHECK(js_->Get(core, "start").ToLocal(&start) && start->IsFunction());
    (void)loop_->Call(js_->Undefined(), start.As<v8::Function>(), 0, nullptr);
  });
  MarkStartup("script");
  int code = loop_->Run();
  MarkStartup("loop");
  return code;
}

}  // namespace rondo
