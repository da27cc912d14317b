// binding:compile_cache: the compile cache of users' modules (runtime/engine/compile_cache.h).
#include "runtime/engine/compile_cache.h"

#include <string>

#include "bindings/all.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/sync_scope.h"

namespace rondo {
namespace {

// "" or what went wrong. `directory` is an absolute path without zero characters.
std::string Enable(Loop& loop, std::string directory, bool portable) {
  return CompileCache::Of(loop).Enable(loop, directory, portable);
}

// The folder in use, "" when the cache is off.
std::string Path(Loop& loop) { return CompileCache::Of(loop).path(); }

void Flush(Loop& loop, Js& js) { CompileCache::Of(loop).Flush(js); }

}  // namespace

constinit const BindingSpec kCompileCacheBinding =
    Binding<"compile_cache", Fn<"enable", &Enable, "directory", "portable">, Fn<"path", &Path>,
            SyncFnAs<"module.flushCompileCache", "flush", &Flush>>;

}  // namespace rondo
