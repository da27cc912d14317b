// Lets a library that was linked to be bound at once (-z now) be bound lazily.
#ifndef RONDO_TOOLS_BIND_LIBRARY_LAZY_H_
#define RONDO_TOOLS_BIND_LIBRARY_LAZY_H_

#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

// Functions of other libraries are then looked up when they are first called, so that one which is
// never called costs nothing at the start. The price: their slots in the global offset table have
// to stay writable, so that PT_GNU_RELRO ends at their first page ("partial RELRO").
//
// Changes DT_FLAGS, DT_FLAGS_1, DT_BIND_NOW and the size of PT_GNU_RELRO. Does nothing, and says so
// by false, when the library is bound lazily anyway, or its procedure linkage table is not as
// expected.
bool BindLazily(ElfFile& file);

// That the two differ in this regard not at all, or as BindLazily would have it.
Result<void> VerifyLazy(const ElfFile& original, const ElfFile& copy);

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_LAZY_H_
