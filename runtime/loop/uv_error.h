// libuv's error numbers as Error values.
#ifndef RONDO_LOOP_UV_ERROR_H_
#define RONDO_LOOP_UV_ERROR_H_

#include <uv.h>

#include <string>
#include <utility>

#include "runtime/base/error.h"

namespace rondo {

// `err` is a negative libuv error (or -errno): code "ENOENT", message "no such file or directory".
inline Error UvError(int err, const char* syscall, std::string path = {}, std::string dest = {}) {
  Error error;
  error.errnum = err;
  char name[32];
  uv_err_name_r(err, name, sizeof name);
  error.code = name;
  char text[128];
  uv_strerror_r(err, text, sizeof text);
  error.message = text;
  error.syscall = syscall;
  error.path = std::move(path);
  error.dest = std::move(dest);
  return error;
}

}  // namespace rondo

#endif  // RONDO_LOOP_UV_ERROR_H_
