// The code cache: V8's compiled code of lib/'s lazy units, made when Rondo is built.
//
// V8 takes the code of a unit only if it was made by the same V8, with the same flags, by an
// isolate that began from the same snapshot; it checks that itself, and compiles the text
// otherwise. It does not check that the text is the same one (only its length): texts and cache
// come from one build (cmake/EmbedSnapshot.cmake).
//
// Layout, in the machine's byte order: a uint32 with the number of units, for each of them, in the
// order of kBuiltinSources, the uint32 offset and uint32 size in bytes of its code (size 0: none),
// then the codes, each at an offset that is a multiple of kAlignment.
#ifndef RONDO_ENGINE_CODE_CACHE_H_
#define RONDO_ENGINE_CODE_CACHE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rondo {

class CodeCache {
 public:
  // V8 copies code that stands at an address that is not a multiple of a pointer's size.
  static constexpr size_t kAlignment = 16;

  // The cache of no unit.
  CodeCache() = default;
  // `data`, as Pack returned it, must outlive the cache and V8's use of it. Data that cannot have
  // come from Pack for as many units as kBuiltinSources has makes the cache of no unit.
  explicit CodeCache(std::span<const uint8_t> data);

  // The code of the unit at that index of kBuiltinSources; empty when there is none.
  std::span<const uint8_t> Of(size_t unit) const;

  // The data of a cache for these codes, one for each of kBuiltinSources; an empty one means none.
  static std::string Pack(const std::vector<std::string>& codes);

 private:
  std::span<const uint8_t> data_;
};

// What became of the units that an isolate asked for.
struct CodeCacheUse {
  int consumed = 0;  // V8 took the code
  int rejected = 0;  // V8 did not want the code and compiled the text
  int compiled = 0;  // there was no code: compiled from the text
};

}  // namespace rondo

#endif  // RONDO_ENGINE_CODE_CACHE_H_
