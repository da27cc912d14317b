// binding:uv: libuv's error numbers by name and message.
#include <uv.h>

#include <string>
#include <vector>

#include "bindings/all.h"

namespace rondo {
namespace {

// "ENOENT" for -2; "Unknown system error -4711" for what libuv does not know.
std::string ErrName(int32_t code) {
  char name[64];
  return uv_err_name_r(code, name, sizeof(name));
}

// "no such file or directory" for -2.
std::string ErrMessage(int32_t code) {
  char message[256];
  return uv_strerror_r(code, message, sizeof(message));
}

// [[code, name, message], ...] of every error that libuv knows.
v8::Local<v8::Array> ErrMap(Js& js) {
  struct Entry {
    int code;
    const char* name;
    const char* message;
  };
  static constexpr Entry kEntries[] = {
#define RONDO_UV_ERROR(name, message) {UV_##name, #name, message},
      UV_ERRNO_MAP(RONDO_UV_ERROR)
#undef RONDO_UV_ERROR
  };
  std::vector<v8::Local<v8::Value>> list;
  for (const Entry& entry : kEntries) {
    v8::Local<v8::Value> parts[] = {js.Int(entry.code), js.Name(entry.name),
                                    js.String(entry.message)};
    list.push_back(v8::Array::New(js.isolate(), parts, 3));
  }
  return v8::Array::New(js.isolate(), list.data(), list.size());
}

}  // namespace

constinit const BindingSpec kUvBinding =
    Binding<"uv", Fn<"errname", &ErrName, "code">, Fn<"errmessage", &ErrMessage, "code">,
            Fn<"errmap", &ErrMap>>;

}  // namespace rondo
