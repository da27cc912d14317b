// binding:fs.
#include <fcntl.h>
#include <unistd.h>

#include "bindings/all.h"
#include "bindings/fs/fs.h"
#include "bindings/fs/watch.h"
#include "runtime/js/class.h"
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
    // Whole files.
    Fn<"attachBufferDelivery", &AttachBufferDelivery, "deliver">,
    Fn<"readFile", &ReadFile, "path", "flags", "text", "abort", "callback">,
    Fn<"readFileFd", &ReadFileFd, "fd", "text", "abort", "callback">,
    SyncFn<"readFileSync", &ReadFileSync, "path", "flags", "text", "pool", "at">,
    SyncFnAs<"readFileSync", "readFileFdSync", &ReadFileFdSync, "fd", "text">,
    Fn<"writeFile", &WriteFile, "path", "flags", "mode", "data", "flush", "abort", "callback">,
    Fn<"writeFileFd", &WriteFileFd, "fd", "data", "flush", "abort", "callback">,
    SyncFn<"writeFileSync", &WriteFileSync, "path", "flags", "mode", "data", "flush">,
    SyncFnAs<"writeFileSync", "writeFileFdSync", &WriteFileFdSync, "fd", "data", "flush">,
    // What is there.
    SyncFn<"statSync", &Stat, "path", "missing">, Async<"stat", &Stat, "path", "missing">,
    SyncFn<"lstatSync", &Lstat, "path", "missing">, Async<"lstat", &Lstat, "path", "missing">,
    SyncFn<"fstatSync", &Fstat, "fd">, Async<"fstat", &Fstat, "fd">,
    SyncFn<"statfsSync", &Statfs, "path">, Async<"statfs", &Statfs, "path">,
    SyncFn<"existsSync", &Exists, "path">, SyncFn<"accessSync", &Access, "path", "mode">,
    Async<"access", &Access, "path", "mode">,
    // Paths.
    SyncFn<"mkdirSync", &Mkdir, "path", "mode">, Async<"mkdir", &Mkdir, "path", "mode">,
    SyncFnAs<"mkdirSync", "makePathSync", &MakePath, "path", "mode">,
    Async<"makePath", &MakePath, "path", "mode">,
    SyncFn<"mkdtempSync", &Mkdtemp, "prefix", "asBuffer">,
    Async<"mkdtemp", &Mkdtemp, "prefix", "asBuffer">, SyncFn<"rmdirSync", &Rmdir, "path">,
    Async<"rmdir", &Rmdir, "path">, SyncFn<"unlinkSync", &Unlink, "path">,
    Async<"unlink", &Unlink, "path">, SyncFn<"renameSync", &Rename, "from", "to">,
    Async<"rename", &Rename, "from", "to">,
    SyncFn<"copyFileSync", &CopyFile, "from", "to", "flags">,
    Async<"copyFile", &CopyFile, "from", "to", "flags">, SyncFn<"linkSync", &Link, "from", "to">,
    Async<"link", &Link, "from", "to">, SyncFn<"symlinkSync", &Symlink, "target", "path">,
    Async<"symlink", &Symlink, "target", "path">,
    SyncFn<"readlinkSync", &Readlink, "path", "asBuffer">,
    Async<"readlink", &Readlink, "path", "asBuffer">,
    SyncFn<"realpathSync", &Realpath, "path", "asBuffer", "native">,
    Async<"realpath", &Realpath, "path", "asBuffer", "native">,
    SyncFn<"truncateSync", &Truncate, "path", "size">, Async<"truncate", &Truncate, "path", "size">,
    SyncFn<"chmodSync", &Chmod, "path", "mode">, Async<"chmod", &Chmod, "path", "mode">,
    SyncFn<"chownSync", &Chown, "path", "uid", "gid">, Async<"chown", &Chown, "path", "uid", "gid">,
    SyncFn<"lchownSync", &Lchown, "path", "uid", "gid">,
    Async<"lchown", &Lchown, "path", "uid", "gid">,
    SyncFn<"utimesSync", &Utimes, "path", "atime", "mtime">,
    Async<"utimes", &Utimes, "path", "atime", "mtime">,
    SyncFn<"lutimesSync", &Lutimes, "path", "atime", "mtime">,
    Async<"lutimes", &Lutimes, "path", "atime", "mtime">,
    // Descriptors.
    SyncFn<"openSync", &Open, "path", "flags", "mode">,
    Async<"open", &Open, "path", "flags", "mode">, SyncFn<"closeSync", &Close, "fd">,
    Async<"close", &Close, "fd">,
    SyncFn<"readSync", &ReadSync, "fd", "into", "offset", "length", "position">,
    Fn<"read", &Read, "fd", "into", "offset", "length", "position", "callback">,
    SyncFn<"writeSync", &WriteSync, "fd", "from", "offset", "length", "position">,
    Async<"write", &Write, "fd", "from", "offset", "length", "position">,
    SyncFn<"readvSync", &Readv, "fd", "into", "position">,
    Async<"readv", &Readv, "fd", "into", "position">,
    SyncFn<"writevSync", &Writev, "fd", "from", "position">,
    Async<"writev", &Writev, "fd", "from", "position">, SyncFn<"fsyncSync", &Fsync, "fd">,
    Async<"fsync", &Fsync, "fd">, SyncFn<"fdatasyncSync", &Fdatasync, "fd">,
    Async<"fdatasync", &Fdatasync, "fd">, SyncFn<"ftruncateSync", &Ftruncate, "fd", "size">,
    Async<"ftruncate", &Ftruncate, "fd", "size">, SyncFn<"fchmodSync", &Fchmod, "fd", "mode">,
    Async<"fchmod", &Fchmod, "fd", "mode">, SyncFn<"fchownSync", &Fchown, "fd", "uid", "gid">,
    Async<"fchown", &Fchown, "fd", "uid", "gid">,
    SyncFn<"futimesSync", &Futimes, "fd", "atime", "mtime">,
    Async<"futimes", &Futimes, "fd", "atime", "mtime">,
    SyncFnAs<"rmSync", "pauseSync", &Pause, "milliseconds">,
    // Directories.
    SyncFn<"readdirSync", &ReaddirSync, "path", "asBuffer", "withTypes", "recursive">,
    Fn<"readdir", &Readdir, "path", "asBuffer", "withTypes", "recursive", "callback">,
    SyncFn<"rmSync", &RmSync, "path", "recursive", "force">,
    Fn<"rm", &Rm, "path", "recursive", "force", "callback">,
    SyncFn<"opendirSync", &OpenDir, "path">, Async<"opendir", &OpenDir, "path">,
    Class<DirHandle, NoCtor, SyncFn<"readSync", &DirHandle::ReadSync, "count", "asBuffer">,
          Fn<"read", &DirHandle::Read, "count", "asBuffer", "callback">,
          SyncFn<"closeSync", &DirHandle::CloseSync>, Fn<"close", &DirHandle::Close, "callback">>,
    Class<FsEvent, Ctor<&FsEvent::New, "callback">,
          Fn<"start", &FsEvent::Start, "path", "persistent", "asBuffer">,
          Fn<"close", &FsEvent::JsClose, "onClose">, Fn<"ref", &FsEvent::JsRef>,
          Fn<"unref", &FsEvent::JsUnref>>,
    Class<FsPoll, Ctor<&FsPoll::New, "callback">,
          Fn<"start", &FsPoll::Start, "path", "persistent", "interval">,
          Fn<"close", &FsPoll::JsClose, "onClose">, Fn<"ref", &FsPoll::JsRef>,
          Fn<"unref", &FsPoll::JsUnref>>>;

}  // namespace rondo
