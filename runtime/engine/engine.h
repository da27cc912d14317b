// Engine: an isolate, a context, a loop and the built-ins, put together.
#ifndef RONDO_ENGINE_ENGINE_H_
#define RONDO_ENGINE_ENGINE_H_

#include <memory>
#include <span>
#include <vector>

#include "runtime/base/options.h"
#include "runtime/engine/code_cache.h"
#include "runtime/js/binding.h"
#include "runtime/loop/loop.h"

namespace rondo {

// V8's process-wide start: flags, platform. Once, before any Engine.
void InitializeV8(const Options& options);

class Engine {
 public:
  // `bindings`, `options`, `snapshot` and the bytes of `code_cache` must outlive the engine.
  // Without a snapshot (null) lib/ runs anew. A code cache is of use with the snapshot that it was
  // made with.
  Engine(const Options& options, std::span<const BindingSpec* const> bindings,
         const v8::StartupData* snapshot = nullptr, const CodeCache& code_cache = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  Loop& loop() { return *loop_; }
  Js& js() { return *js_; }

  // Runs the main script as the options say, then the loop until nothing keeps it alive. Returns
  // the exit code.
  int Run();

 private:
  bool from_snapshot_;
  std::vector<intptr_t> references_;
  std::unique_ptr<v8::ArrayBuffer::Allocator> allocator_;
  v8::Isolate* isolate_;
  std::unique_ptr<Js> js_;
  std::unique_ptr<Loop> loop_;
};

}  // namespace rondo

#endif  // RONDO_ENGINE_ENGINE_H_
