// A library folder for one executable: bound copies where these pay, links to all the rest.
#ifndef RONDO_TOOLS_BIND_LIBRARY_FOLDER_H_
#define RONDO_TOOLS_BIND_LIBRARY_FOLDER_H_

#include <filesystem>
#include <vector>

#include "runtime/base/result.h"
#include "tools/bind_library/binder.h"
#include "tools/bind_library/without.h"

namespace rondo::bind_library {

struct Options {
  Lookup lookup = Lookup::kAsLinked;
  std::vector<Without> without = {};
  bool relr = false;  // pack relative relocations (relr.h): for a loader that knows DT_RELR
};

struct FolderRequest {
  std::filesystem::path executable;  // PIE; its DT_NEEDED are followed
  std::filesystem::path libraries;   // where the libraries stand
  std::filesystem::path output;      // made when missing; what else is in it stays
  Options options = {};
};

// Fills `output` with an entry for every shared library in `libraries`: a bound copy of those that
// the executable needs, directly or through others, and that have enough to bind; a symbolic link
// for the rest. One folder holds all, as a library's own $ORIGIN is looked up there too. Prints a
// line a copy, and one a library that could not be bound (it is linked to) or that is loaded in
// spite of Options::without. Only renews the stamp's (.bound) time when the folder was made from
// the same files, by the same tool, for the same needs of the executable.
Result<void> BindFolder(const FolderRequest& request);

// Writes one bound copy; the other objects of the process keep what they claim. What
// Options::without names has to be among them.
Result<void> BindFile(const std::filesystem::path& input, const std::filesystem::path& output,
                      const std::vector<std::filesystem::path>& others,
                      const Options& options = {});

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_FOLDER_H_
