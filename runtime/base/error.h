// What went wrong, as a value: the one error type that fallible C++ returns.
#ifndef RONDO_BASE_ERROR_H_
#define RONDO_BASE_ERROR_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace rondo {

// An error on its way to JavaScript. `runtime/js/exception.h` turns it into an exception with the
// properties that Node's errors have; empty fields leave their property out.
struct Error {
  enum class Kind : uint8_t {
    kError,
    kTypeError,
    kRangeError,
    kSyntaxError,
    kPending,  // a JavaScript exception is already pending on the isolate; the other fields are
               // empty
  };

  Kind kind = Kind::kError;
  int errnum = 0;    // negative errno as libuv gives it, 0 when there is none
  std::string code;  // "ENOENT", "ERR_INVALID_ARG_TYPE"
  std::string
      message;  // for a system error: its description only; the rest is composed from the fields
  std::string syscall;  // "open"
  std::string path;
  std::string dest;

  static Error Make(Kind kind, std::string_view code, std::string message) {
    Error error;
    error.kind = kind;
    error.code = code;
    error.message = std::move(message);
    return error;
  }
  static Error Plain(std::string_view code, std::string message) {
    return Make(Kind::kError, code, std::move(message));
  }
  static Error Type(std::string_view code, std::string message) {
    return Make(Kind::kTypeError, code, std::move(message));
  }
  static Error Range(std::string_view code, std::string message) {
    return Make(Kind::kRangeError, code, std::move(message));
  }
  static Error Pending() {
    Error error;
    error.kind = Kind::kPending;
    return error;
  }
};

}  // namespace rondo

#endif  // RONDO_BASE_ERROR_H_
