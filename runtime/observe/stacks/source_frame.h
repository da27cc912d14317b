// Places in JavaScript source, taken from V8's stack.
#ifndef RONDO_OBSERVE_STACKS_SOURCE_FRAME_H_
#define RONDO_OBSERVE_STACKS_SOURCE_FRAME_H_

#include <string>
#include <vector>

#include "runtime/js/v8.h"

namespace rondo {

// One call on the stack. Lines and columns count from 1; a column of 0 is not known.
struct SourceFrame {
  std::string function;  // empty for top-level code
  std::string file;      // a path or URL, as V8 has it; "node:fs" for Rondo's own modules
  int line = 0;
  int column = 0;

  bool internal() const { return file.rfind("node:", 0) == 0 || file.empty(); }
  // "handler (/srv/app.js:14:20)"
  std::string Text() const;
  bool operator==(const SourceFrame& other) const {
    return line == other.line && column == other.column && file == other.file &&
           function == other.function;
  }
};

// The stack of the calls that are running now, innermost first, at most `limit` frames of users'
// code (frames of Rondo's own modules are left out). On the isolate's thread. About 3 microseconds.
// `called`, when given, becomes the name of Rondo's own function that the innermost of them called;
// empty when there is none.
std::vector<SourceFrame> CurrentUserStack(v8::Isolate* isolate, int limit,
                                          std::string* called = nullptr);

// The name of the function that runs now, Rondo's own among them; empty when there is none.
std::string TopFunctionName(v8::Isolate* isolate);

// Where `function` is defined, as a stack of one frame; empty when that is unknown (a native
// function, an empty handle).
std::vector<SourceFrame> FunctionPlace(v8::Isolate* isolate, v8::Local<v8::Value> function);

}  // namespace rondo

#endif  // RONDO_OBSERVE_STACKS_SOURCE_FRAME_H_
