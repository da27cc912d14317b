// What the build made of lib/ and embedded in the executable (cmake/EmbedSnapshot.cmake).
#ifndef RONDO_SNAPSHOT_DATA_H_
#define RONDO_SNAPSHOT_DATA_H_

#include "runtime/engine/code_cache.h"
#include "runtime/js/v8.h"

namespace rondo {

// Null when the executable was built without one (RONDO_SNAPSHOT=OFF), or meets another V8 than it
// was built with.
const v8::StartupData* EmbeddedSnapshot();

// The code of the lazy units, for an engine that starts from EmbeddedSnapshot. The cache of no unit
// when there is no snapshot.
CodeCache EmbeddedCodeCache();

}  // namespace rondo

#endif  // RONDO_SNAPSHOT_DATA_H_
