// Lets a library run in a process without some of the libraries that it was linked to.
#ifndef RONDO_TOOLS_BIND_LIBRARY_ABSENT_H_
#define RONDO_TOOLS_BIND_LIBRARY_ABSENT_H_

#include <functional>
#include <set>
#include <string>

#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

using Names = std::set<std::string, std::less<>>;

// What will not be in the process.
struct Absent {
  Names libraries;  // as in DT_NEEDED
  Names symbols;    // that nothing else in the process defines
};

// A copy of the library that does not ask for the absent. It differs from the original in these
// places only:
//   - DT_NEEDED of the absent libraries are gone, the later dynamic entries having moved up;
//   - undefined symbols among the absent ones are weak and of no version (VER_NDX_GLOBAL): the
//     loader makes them null, be it at the start or at the first call;
//   - the absent libraries' records are out of the list of needed versions (their bytes stay), and
//     DT_VERNEED, DT_VERNEEDNUM and the section header of .gnu.version_r say so; without a record
//     left, these two entries are gone, and DT_VERSYM with them when no versions are defined
//     either.
// It was read back and verified. Refuses (kUnsupported) when a symbol that is not absent asks for a
// version of an absent library.
Result<ElfFile> LeaveOut(const ElfFile& library, const Absent& absent);

// Compares the two: they differ in what LeaveOut says, and in all of that.
Result<void> VerifyLeftOut(const ElfFile& original, const ElfFile& copy, const Absent& absent);

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_ABSENT_H_
