// bind_library: copies of shared libraries whose references to themselves are bound ahead of time.
// See tools/bind_library/README.md.
#include <cstdio>
#include <string_view>
#include <vector>

#include "tools/bind_library/folder.h"

namespace {

constexpr int kExitFailed = 1;
constexpr int kExitUsage = 2;
constexpr int kExitUseOriginal = 3;

constexpr const char* kUsage =
    "usage: bind_library [--lazy] INPUT OUTPUT [OTHER...]\n"
    "       bind_library [--lazy] --folder EXECUTABLE LIBRARIES OUTPUT\n"
    "The first form writes a bound copy of a library that shares a process with the other "
    "objects.\n"
    "The second fills a folder with bound copies of what the executable needs, and links to the "
    "rest.\n"
    "--lazy: functions of other libraries are looked up at their first call.\n"
    "Exit status: 0 done; 1 a file cannot be read or written; 2 wrong arguments; 3 cannot be bound "
    "(use the original).\n";

}  // namespace

int main(int argc, char** argv) {
  using namespace rondo::bind_library;
  std::vector<std::string_view> arguments(argv + 1, argv + argc);
  bool lazy = false, folder = false, unknown = false;
  while (!arguments.empty() && arguments[0].starts_with("--")) {
    lazy |= arguments[0] == "--lazy";
    folder |= arguments[0] == "--folder";
    unknown |= arguments[0] != "--lazy" && arguments[0] != "--folder";
    arguments.erase(arguments.begin());
  }
  if (unknown || (folder ? arguments.size() != 3 : arguments.size() < 2)) {
    std::fputs(kUsage, stderr);
    return kExitUsage;
  }
  Lookup lookup = lazy ? Lookup::kLazy : Lookup::kAsLinked;
  rondo::Result<void> result =
      folder
          ? BindFolder({arguments[0], arguments[1], arguments[2], lookup})
          : BindFile(arguments[0], arguments[1], {arguments.begin() + 2, arguments.end()}, lookup);
  if (result.ok()) return 0;
  std::fprintf(stderr, "bind_library: %s\n", result.error().message.c_str());
  bool io = result.error().code == "ERR_READ" || result.error().code == "ERR_WRITE";
  return io ? kExitFailed : kExitUseOriginal;
}
