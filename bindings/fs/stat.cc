// stat and its kin.
#include <unistd.h>

#include "bindings/fs/fs.h"

namespace rondo::fs {
namespace {

bool IsFine(Missing missing, int64_t err) {
  return (err == UV_ENOENT && missing != kMissingFails) ||
         (err == UV_ENOTDIR && missing == kMissingParentIsFine);
}

template <class F>
Result<StatData> StatWith(F&& call, Missing missing, const char* syscall, const std::string& path) {
  uv_fs_t req;
  StatData out;
  int64_t err = UvFs(&req, call);
  if (err == 0) {
    out.stat = req.statbuf;
  } else if (IsFine(missing, err)) {
    out.found = false;
  }
  uv_fs_req_cleanup(&req);
  if (err != 0 && out.found) return UvError(static_cast<int>(err), syscall, path);
  return out;
}

}  // namespace

Result<StatData> Stat(const Path& path, int32_t missing) {
  return StatWith([&](uv_fs_t* r) { uv_fs_stat(nullptr, r, path.c_str(), nullptr); },
                  static_cast<Missing>(missing), "stat", path.text);
}

Result<StatData> Lstat(const Path& path, int32_t missing) {
  return StatWith([&](uv_fs_t* r) { uv_fs_lstat(nullptr, r, path.c_str(), nullptr); },
                  static_cast<Missing>(missing), "lstat", path.text);
}

Result<StatData> Fstat(int32_t fd) {
  return StatWith([&](uv_fs_t* r) { uv_fs_fstat(nullptr, r, fd, nullptr); }, kMissingFails, "fstat",
                  {});
}

void AttachStatArrays(Loop& loop, v8::Local<v8::Float64Array> numbers,
                      v8::Local<v8::Value> bigints) {
  StatArrays& arrays = loop.State<StatArrays>();
  auto memory = [](v8::Local<v8::TypedArray> array, std::shared_ptr<v8::BackingStore>* store) {
    *store = array->Buffer()->GetBackingStore();
    return static_cast<uint8_t*>((*store)->Data()) + array->ByteOffset();
  };
  RONDO_CHECK(bigints->IsBigInt64Array() && numbers->Length() == kStatFields);
  arrays.numbers = reinterpret_cast<double*>(memory(numbers, &arrays.numbers_store));
  arrays.bigints =
      reinterpret_cast<int64_t*>(memory(bigints.As<v8::TypedArray>(), &arrays.bigints_store));
}

Result<std::vector<double>> Statfs(const Path& path) {
  uv_fs_t req;
  int64_t err = UvFs(&req, [&](uv_fs_t* r) { uv_fs_statfs(nullptr, r, path.c_str(), nullptr); });
  std::vector<double> out;
  if (err == 0) {
    const auto* info = static_cast<const uv_statfs_t*>(req.ptr);
    for (uint64_t value : {info->f_type, info->f_bsize, info->f_blocks, info->f_bfree,
                           info->f_bavail, info->f_files, info->f_ffree}) {
      out.push_back(static_cast<double>(value));
    }
  }
  uv_fs_req_cleanup(&req);
  if (err != 0) return UvError(static_cast<int>(err), "statfs", path.text);
  return out;
}

bool Exists(const Path& path) {
  return Retry([&] { return ::access(path.c_str(), F_OK); }) == 0;
}

Result<void> Access(const Path& path, int32_t mode) {
  int err = Retry([&] { return ::access(path.c_str(), mode); });
  if (err != 0) return UvError(err, "access", path.text);
  return Ok{};
}

}  // namespace rondo::fs
