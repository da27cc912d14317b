// bind_library: copies of shared libraries whose references to themselves are bound ahead of time.
// See tools/bind_library/README.md.
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "tools/bind_library/folder.h"

namespace {

constexpr int kExitFailed = 1;
constexpr int kExitUsage = 2;
constexpr int kExitUseOriginal = 3;

constexpr const char* kUsage =
    "usage: bind_library [OPTION...] INPUT OUTPUT [OTHER...]\n"
    "       bind_library [OPTION...] --folder EXECUTABLE LIBRARIES OUTPUT\n"
    "The first form writes a bound copy of a library that shares a process with the other "
    "objects.\n"
    "The second fills a folder with bound copies of what the executable needs, and links to the "
    "rest.\n"
    "--lazy: functions of other libraries are looked up at their first call.\n"
    "--relr: relative relocations are packed (DT_RELR), for the loader of glibc 2.36 or later.\n"
    "--without LIBRARY:NAME[,NAME...]: the library no longer loads these (libssl or libssl.so.3); "
    "their functions become null.\n"
    "Exit status: 0 done; 1 a file cannot be read or written; 2 wrong arguments; 3 cannot be bound "
    "(use the original).\n";

struct Arguments {
  rondo::bind_library::Options options;
  bool folder = false;
  std::vector<std::string_view> paths;
};

rondo::Result<Arguments> Parse(const std::vector<std::string_view>& given) {
  using namespace rondo::bind_library;
  auto wrong = [](std::string_view message) {
    return rondo::Error::Plain("ERR_USAGE", std::string(message) + "\n" + kUsage);
  };
  Arguments arguments;
  size_t at = 0;
  for (; at < given.size() && given[at].starts_with("--"); ++at) {
    if (given[at] == "--lazy") {
      arguments.options.lookup = Lookup::kLazy;
    } else if (given[at] == "--relr") {
      arguments.options.relr = true;
    } else if (given[at] == "--folder") {
      arguments.folder = true;
    } else if (given[at] == "--without" && at + 1 < given.size()) {
      rondo::Result<Without> without = ParseWithout(given[++at]);
      if (!without.ok()) return without.error();
      arguments.options.without.push_back(std::move(without.value()));
    } else {
      return wrong("wrong option " + std::string(given[at]));
    }
  }
  arguments.paths.assign(given.begin() + static_cast<ptrdiff_t>(at), given.end());
  bool enough = arguments.folder ? arguments.paths.size() == 3 : arguments.paths.size() >= 2;
  if (!enough) return wrong("wrong number of files");
  return arguments;
}

rondo::Result<void> Run(const Arguments& arguments) {
  using namespace rondo::bind_library;
  const std::vector<std::string_view>& paths = arguments.paths;
  if (arguments.folder) return BindFolder({paths[0], paths[1], paths[2], arguments.options});
  return BindFile(paths[0], paths[1], {paths.begin() + 2, paths.end()}, arguments.options);
}

int ExitStatus(const rondo::Error& error) {
  if (error.code == "ERR_USAGE") return kExitUsage;
  if (error.code == "ERR_READ" || error.code == "ERR_WRITE") return kExitFailed;
  return kExitUseOriginal;
}

}  // namespace

int main(int argc, char** argv) {
  rondo::Result<Arguments> arguments = Parse({argv + 1, argv + argc});
  rondo::Result<void> result =
      arguments.ok() ? Run(arguments.value()) : rondo::Result<void>(arguments.error());
  if (result.ok()) return 0;
  std::fprintf(stderr, "bind_library: %s\n", result.error().message.c_str());
  return ExitStatus(result.error());
}
