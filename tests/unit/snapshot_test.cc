#include "runtime/engine/snapshot.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <set>
#include <string>

#include "bindings/all.h"
#include "runtime/base/options.h"
#include "runtime/engine/engine.h"
#include "runtime/snapshot_data.h"

namespace rondo {
namespace {

// What this program prints when it runs one of its own tests in a process of its own.
std::string OutputOf(const std::string& test) {
  char path[4096];
  ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
  std::string command(path, static_cast<size_t>(size));
  command += " --gtest_also_run_disabled_tests --gtest_filter=" + test;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string output;
  for (int c; (c = std::fgetc(pipe)) != EOF;) output += static_cast<char>(c);
  ::pclose(pipe);
  return output;
}

// Run by the test below: V8's heap begins from a snapshot only in a process that has had no isolate
// yet.
TEST(SnapshotTest, DISABLED_PrintsAHash) {
  Options options;
  InitializeV8(options);
  auto* engine = new Engine(options, AllBindings(), EmbeddedSnapshot());  // stays, as in a process
  v8::HandleScope handles(engine->js().isolate());
  std::printf("hash %d\n", engine->js().Name("content-length")->GetIdentityHash());
}

TEST(SnapshotTest, EveryProcessHashesInItsOwnWay) {
  if (!EmbeddedSnapshot()) GTEST_SKIP() << "built without a snapshot";
  std::set<std::string> hashes;
  for (int i = 0; i < 3; ++i) {
    std::string output = OutputOf("SnapshotTest.DISABLED_PrintsAHash");
    size_t at = output.find("hash ");
    ASSERT_NE(at, std::string::npos) << output;
    hashes.insert(output.substr(at, output.find('\n', at) - at));
  }
  EXPECT_EQ(hashes.size(), 3u);
}

TEST(SnapshotTest, ReferencesDependOnTheTablesAlone) {
  std::vector<intptr_t> references = ExternalReferences(AllBindings());
  EXPECT_EQ(references, ExternalReferences(AllBindings()));
  EXPECT_EQ(references.back(), 0);
  references.pop_back();
  for (intptr_t reference : references) EXPECT_NE(reference, 0);
}

}  // namespace
}  // namespace rondo
