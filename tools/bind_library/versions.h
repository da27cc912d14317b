// The versions of other libraries' symbols that a file asks for (.gnu.version, .gnu.version_r).
#ifndef RONDO_TOOLS_BIND_LIBRARY_VERSIONS_H_
#define RONDO_TOOLS_BIND_LIBRARY_VERSIONS_H_

#include <span>
#include <string_view>
#include <vector>

#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

// What is asked of one library: a record of DT_VERNEED, which is a linked list. Points into the
// file.
struct VersionNeed {
  uint64_t address;
  Elf64_Verneed* record;
  std::string_view library;         // as in DT_NEEDED
  std::vector<Elf64_Half> indices;  // of its versions, as symbol_versions() gives them
};

// In the list's order; empty for a file without. Refuses (kUnsupported) a list that is not sound.
Result<std::vector<VersionNeed>> ReadVersionNeeds(const ElfFile& file);

// An entry of symbol_versions() without the bit that hides a definition.
constexpr Elf64_Half VersionIndex(Elf64_Half entry) { return entry & 0x7fff; }

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_VERSIONS_H_
