// The stubs of the procedure linkage table, which know their relocation by its number.
#ifndef RONDO_TOOLS_BIND_LIBRARY_PLT_H_
#define RONDO_TOOLS_BIND_LIBRARY_PLT_H_

#include <cstdint>
#include <optional>

#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

// A stub's `push $n; jmp PLT0`, by which a lazily bound function asks the loader to be resolved.
struct PltStub {
  uint64_t index_offset;  // where in the file the 32-bit n stands
  uint64_t jump_address;  // of the jump
};

// The stub of entry number `index` of .rela.plt: the slot that the entry fills holds its address in
// the file. Nothing when there is no such stub, or when it pushes another number.
std::optional<PltStub> FindPltStub(const ElfFile& file, const Elf64_Rela& entry, uint64_t index);

void SetPltIndex(ElfFile& file, const PltStub& stub, uint64_t index);

// Whether the stub jumps to the table's first entry as the x86-64 ABI gives it, which calls the
// loader by way of the three words at DT_PLTGOT.
bool CallsTheLoader(const ElfFile& file, const PltStub& stub);

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_PLT_H_
