// Writes the startup snapshot: what main.cc starts from. Usage: make_snapshot FILE
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "bindings/all.h"
#include "runtime/base/options.h"
#include "runtime/engine/engine.h"
#include "runtime/engine/snapshot.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: make_snapshot FILE\n");
    return 2;
  }
  rondo::InitializeV8(rondo::Options());
  rondo::SnapshotBlob blob =
      rondo::MakeSnapshot(rondo::AllBindings(), v8::SnapshotCreator::FunctionCodeHandling::kKeep);
  if (!blob.can_be_rehashed) {
    std::fprintf(stderr,
                 "make_snapshot: the snapshot could not get a new hash seed at every start\n");
    return 1;
  }
  std::ofstream file(argv[1], std::ios::binary);
  file << blob.data;
  file.flush();
  if (!file) {
    std::fprintf(stderr, "make_snapshot: %s cannot be written\n", argv[1]);
    return 1;
  }
  _exit(0);  // as rondo ends: nothing is torn down
}
