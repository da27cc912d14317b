// The startup snapshot: V8's heap as it stands once lib/'s core has run, frozen at build time.
//
// The build runs tools/make_snapshot.cc, which calls MakeSnapshot; the executable embeds the result
// and gives it to Engine. What C++ keeps beside the heap (binding objects, class templates) is
// handed over as data of the snapshot.
#ifndef RONDO_ENGINE_SNAPSHOT_H_
#define RONDO_ENGINE_SNAPSHOT_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "runtime/js/binding.h"

namespace rondo {

// Every C++ address that objects of a snapshot may refer to, in an order that depends on the tables
// alone; ends with 0.
std::vector<intptr_t> ExternalReferences(std::span<const BindingSpec* const> bindings);

struct SnapshotBlob {
  std::string data;
  bool can_be_rehashed = false;  // the hash seed is new at every start
};

// Runs the core in a new isolate and freezes it, with the code of the functions that `hints` name
// (see builtin_loader.h). After InitializeV8.
SnapshotBlob MakeSnapshot(std::span<const BindingSpec* const> bindings, std::vector<int> hints);

// Makes the main context of an isolate that began from a snapshot.
v8::Local<v8::Context> ContextFromSnapshot(v8::Isolate* isolate);

// Takes over what the snapshot holds for C++. Returns the exports of the core, as RunBootstrap
// does.
v8::Local<v8::Object> RestoreFromSnapshot(Js& js);

}  // namespace rondo

#endif  // RONDO_ENGINE_SNAPSHOT_H_
