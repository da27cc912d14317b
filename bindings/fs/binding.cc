// binding:fs.
#include <fcntl.h>
#include <unistd.h>

#include "bindings/all.h"
#include "bindings/fs/fs.h"
#include "runtime/loop/pool_fn.h"
#include "runtime/loop/sync_scope.h"

namespace rondo {
namespace {

using namespace fs;  // NOLINT: the table names every operation of it

template <FixedString Name, auto F, FixedString... ArgNames>
using Async = PoolFn<Name, F, TaskKind::kFs, "FSReqCallback", ArgNames...>;

}  // namespace

constinit const BindingSpec kFsBinding = Binding<
    "fs", Setup<&SetConstants, "constants: Record<string, number>;">,
    Fn<"attachStatArrays", &AttachStatArrays, "numbers", "bigints">,
    Fn<"readFile", &ReadFile, "path", "flags", "text", "abort", "callback">,
    Fn<"readFileFd", &ReadFileFd, "fd", "text", "abort", "callback">,
    SyncFn<"readFileSync", &ReadFileSync, "path", "flags", "text">,
    SyncFn<"readFileFdSync", &ReadFileFdSync, "fd", "text">,
    Fn<"writeFile", &WriteFile, "path", "flags", "mode", "data", "flush", "abort", "callback">,
    Fn<"writeFileFd", &WriteFileFd, "fd", "data", "flush", "abort", "callback">,
    SyncFn<"writeFileSync", &WriteFileSync, "path", "flags", "mode", "data", "flush">,
    SyncFn<"writeFileFdSync", &WriteFileFdSync, "fd", "data", "flush">,
    SyncFn<"statSync", &Stat, "path", "missingOk">, Async<"stat", &Stat, "path", "missingOk">,
    SyncFn<"lstatSync", &Lstat, "path", "missingOk">, Async<"lstat", &Lstat, "path", "missingOk">,
    SyncFn<"fstatSync", &Fstat, "fd">, Async<"fstat", &Fstat, "fd">,
    SyncFn<"statfsSync", &Statfs, "path">, Async<"statfs", &Statfs, "path">,
    SyncFn<"existsSync", &Exists, "path">,
    SyncFn<"accessSync", &Access, "path", "mode">, Async<"access", &Access, "path", "mode">>;

}  // namespace rondo
