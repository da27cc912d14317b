// The text of lib/, embedded in the executable by the build (tools/build-lib.mjs).
#ifndef RONDO_ENGINE_BUILTINS_H_
#define RONDO_ENGINE_BUILTINS_H_

#include <cstddef>
#include <string_view>

namespace rondo {

// One compiled unit of lib/: ASCII text, the body of a function.
struct BuiltinSource {
  const char* id;  // "internal/core" or the path below lib/ without extension
  const char* begin;
  const char* end;
  std::string_view text() const { return {begin, static_cast<size_t>(end - begin)}; }
};

extern const BuiltinSource kBuiltinSources[];
extern const size_t kBuiltinSourceCount;

// The unit of that id, or null.
const BuiltinSource* FindBuiltin(std::string_view id);

}  // namespace rondo

#endif  // RONDO_ENGINE_BUILTINS_H_
