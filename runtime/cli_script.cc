#include "runtime/cli_script.h"

#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <string>

namespace rondo {
namespace {

enum class Kind { kMissing, kFile, kDirectory };

Kind KindOf(const std::string& path) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0) return Kind::kMissing;
  return S_ISDIR(info.st_mode) ? Kind::kDirectory : Kind::kFile;
}

bool HasFile(const std::string& base, std::initializer_list<const char*> endings) {
  for (const char* ending : endings) {
    if (KindOf(base + ending) == Kind::kFile) return true;
  }
  return false;
}

}  // namespace

int CheckScript(const Options& options) {
  const std::string& script = options.script;
  if (script.empty() || script == "-" || !options.require.empty() || !options.import.empty())
    return -1;
  switch (KindOf(script)) {
    case Kind::kFile:
      return -1;
    case Kind::kMissing:
      if (HasFile(script, {".js", ".json", ".node"})) return -1;
      std::fprintf(stderr, "rondo: cannot find '%s'\n", script.c_str());
      return 1;
    case Kind::kDirectory:
      if (HasFile(script, {".js", ".json", ".node"}) ||
          HasFile(script, {"/package.json", "/index.js", "/index.json", "/index.node"})) {
        return -1;
      }
      std::fprintf(stderr, "rondo: '%s' is a directory with neither package.json nor index.js\n",
                   script.c_str());
      return 1;
  }
  std::abort();
}

}  // namespace rondo
