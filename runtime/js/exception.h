// From an Error to a JavaScript exception: the one place where that happens.
#ifndef RONDO_JS_EXCEPTION_H_
#define RONDO_JS_EXCEPTION_H_

#include <string>

#include "runtime/base/error.h"
#include "runtime/js/js.h"

namespace rondo {

// The exception object for `error`. A system error (errnum != 0) reads as in Node,
// "ENOENT: no such file or directory, open 'x' -> 'y'", and carries errno, code, syscall, path,
// dest.
v8::Local<v8::Value> ToException(Js& js, const Error& error);

// The source line of `message` with a caret line below, as Node prints above an uncaught error:
// "FILE:LINE\nSOURCE\n    ^\n". Empty when V8 knows no source line.
std::string SourceArrow(Js& js, v8::Local<v8::Message> message);

// Where the exception of `message` was thrown: "    at f (FILE:1:2)\n" a frame. Empty unless the
// isolate was told to capture it (--trace-uncaught).
std::string ThrowStack(Js& js, v8::Local<v8::Message> message);

// Attaches `arrow` to an error object through a private symbol, unless it has one already, and
// reads it back. Errors that travel (a SyntaxError from require) keep the place where they arose.
void AttachArrow(Js& js, v8::Local<v8::Value> exception, v8::Local<v8::Message> message);
std::string AttachedArrow(Js& js, v8::Local<v8::Value> exception);

}  // namespace rondo

#endif  // RONDO_JS_EXCEPTION_H_
