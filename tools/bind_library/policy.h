// Which relocations may be bound: decided ahead of time instead of by the loader at every start.
#ifndef RONDO_TOOLS_BIND_LIBRARY_POLICY_H_
#define RONDO_TOOLS_BIND_LIBRARY_POLICY_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "tools/bind_library/claims.h"
#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

// One library among the objects of a process.
struct Library {
  std::string_view name;
  const ElfFile& file;
  const Claims& claims;
};

// Whether the type of a relocation is one that the tool understands, be it to bind or to keep it.
bool IsKnown(const Elf64_Rela& entry);

// The address (relative to the library's base) to which a relocation resolves whatever the process,
// so that it may become R_X86_64_RELATIVE. Nothing when it has to stay as it is: another kind of
// relocation; a symbol that is undefined, absolute, thread-local or indirect (STT_GNU_IFUNC); a
// name that another object claims; C++'s replaceable operators new and delete.
//
// Of a symbol that is STB_GNU_UNIQUE or weak data, constants (sections that are or become
// read-only) may be bound, variables not: an object loaded later with dlopen may share them. It
// still finds the library's own definition, which keeps its place in the symbol table.
std::optional<uint64_t> BoundAddress(const Library& library, const Elf64_Rela& entry);

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_POLICY_H_
