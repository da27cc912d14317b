// Makes the startup snapshot and the code cache of the lazy units, in three processes: V8's heap
// begins only once in each.
// Usage: make_snapshot hints FILE SCRIPT           which functions of the core SCRIPT makes run
//        make_snapshot blob FILE HINTS             the snapshot, with the code of those functions
//        make_snapshot code FILE SCRIPT SNAPSHOT   the lazy units' code, with what SCRIPT calls
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bindings/all.h"
#include "runtime/base/options.h"
#include "runtime/engine/builtin_loader.h"
#include "runtime/engine/engine.h"
#include "runtime/engine/snapshot.h"

namespace {

int Fail(const std::string& text) {
  std::fprintf(stderr, "make_snapshot: %s\n", text.c_str());
  return 1;
}

int Write(const std::string& path, const std::string& data) {
  std::ofstream file(path, std::ios::binary);
  file << data;
  file.flush();
  return file ? 0 : Fail(path + " cannot be written");
}

rondo::Options OptionsFor(const std::string& script) {
  rondo::Options options;
  options.exec_path = options.argv0 = "rondo";
  options.script = script;
  options.no_warnings = true;
  return options;
}

int WriteHints(const std::string& path, const std::string& script) {
  const rondo::Options options = OptionsFor(script);
  rondo::InitializeV8(options);
  rondo::Engine engine(options, rondo::AllBindings());
  rondo::RecordHints(engine.js());
  if (engine.Run() != 0) return Fail(script + " failed");
  v8::HandleScope handles(engine.js().isolate());
  std::string text;
  for (int position : rondo::HintsOfCore(engine.js())) text += std::to_string(position) + "\n";
  return Write(path, text);
}

int WriteBlob(const std::string& path, const std::string& hints_path) {
  std::ifstream file(hints_path);
  if (!file) return Fail(hints_path + " cannot be read");
  std::vector<int> hints{std::istream_iterator<int>(file), std::istream_iterator<int>()};
  rondo::InitializeV8(rondo::Options());
  rondo::SnapshotBlob blob = rondo::MakeSnapshot(rondo::AllBindings(), hints);
  if (!blob.can_be_rehashed)
    return Fail("the snapshot could not get a new hash seed at every start");
  return Write(path, blob.data);
}

// In an isolate from that very snapshot: V8 accepts the code only in others of its kind.
int WriteCode(const std::string& path, const std::string& script,
              const std::string& snapshot_path) {
  std::ifstream file(snapshot_path, std::ios::binary);
  const std::string data{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (data.empty()) return Fail(snapshot_path + " cannot be read");
  const v8::StartupData snapshot{data.data(), static_cast<int>(data.size())};
  const rondo::Options options = OptionsFor(script);
  rondo::InitializeV8(options);
  if (!snapshot.IsValid()) return Fail(snapshot_path + " was made by another V8");
  rondo::Engine engine(options, rondo::AllBindings(), &snapshot);
  rondo::RecordCode(engine.js());
  if (engine.Run() != 0) return Fail(script + " failed");
  v8::HandleScope handles(engine.js().isolate());
  return Write(path, rondo::CodeCache::Pack(rondo::CodeOfUnits(engine.js())));
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  int code = 2;
  if (words.size() == 3 && words[0] == "hints") {
    code = WriteHints(words[1], words[2]);
  } else if (words.size() == 3 && words[0] == "blob") {
    code = WriteBlob(words[1], words[2]);
  } else if (words.size() == 4 && words[0] == "code") {
    code = WriteCode(words[1], words[2], words[3]);
  } else {
    std::fprintf(stderr,
                 "usage: make_snapshot hints FILE SCRIPT | make_snapshot blob FILE HINTS | "
                 "make_snapshot code FILE SCRIPT SNAPSHOT\n");
  }
  _exit(code);  // as rondo ends: nothing is torn down
}
