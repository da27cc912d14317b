#include "runtime/snapshot_data.h"

#ifdef RONDO_SNAPSHOT
extern "C" {
extern const char rondo_snapshot[], rondo_snapshot_end[];
extern const uint8_t rondo_code_cache[], rondo_code_cache_end[];
}
#endif

namespace rondo {

const v8::StartupData* EmbeddedSnapshot() {
#ifdef RONDO_SNAPSHOT
  static const v8::StartupData data{rondo_snapshot,
                                    static_cast<int>(rondo_snapshot_end - rondo_snapshot)};
  return data.IsValid() ? &data : nullptr;
#else
  return nullptr;
#endif
}

CodeCache EmbeddedCodeCache() {
#ifdef RONDO_SNAPSHOT
  return CodeCache(std::span(rondo_code_cache, rondo_code_cache_end));
#else
  return CodeCache();
#endif
}

}  // namespace rondo
