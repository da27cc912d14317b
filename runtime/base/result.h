// Result<T>: a T or an Error. The return type of every C++ function that can fail.
#ifndef RONDO_BASE_RESULT_H_
#define RONDO_BASE_RESULT_H_

#include <utility>
#include <variant>

#include "runtime/base/check.h"
#include "runtime/base/error.h"

namespace rondo {

template <class T>
class [[nodiscard]] Result {
 public:
  using Value = T;
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool ok() const { return state_.index() == 0; }
  T& value() {
    RONDO_CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  Error& error() {
    RONDO_CHECK(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

// For functions that give nothing back but may fail: `return Ok{};`
struct Ok {};

template <>
class [[nodiscard]] Result<void> {
 public:
  using Value = void;
  Result(Ok) {}                                                     // NOLINT: implicit
  Result(Error error) : failed_(true), error_(std::move(error)) {}  // NOLINT: implicit

  bool ok() const { return !failed_; }
  Error& error() {
    RONDO_CHECK(failed_);
    return error_;
  }

 private:
  bool failed_ = false;
  Error error_;
};

}  // namespace rondo

// Evaluates `expression` (a Result) and returns its error from the calling function if it failed.
#define RONDO_TRY(expression)                                    \
  do {                                                           \
    auto rondo_try_result = (expression);                        \
    if (!rondo_try_result.ok()) return rondo_try_result.error(); \
  } while (false)

#endif  // RONDO_BASE_RESULT_H_
