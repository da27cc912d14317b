// Writes a library's relocation tables anew, with what may be bound made relative.
#ifndef RONDO_TOOLS_BIND_LIBRARY_BINDER_H_
#define RONDO_TOOLS_BIND_LIBRARY_BINDER_H_

#include <cstddef>

#include "tools/bind_library/elf_file.h"
#include "tools/bind_library/policy.h"

namespace rondo::bind_library {

struct Counts {
  size_t relative = 0;   // relocations that were relative before
  size_t bound = 0;      // made relative
  size_t kept = 0;       // left to the loader
  size_t made_lazy = 0;  // of `kept`: now looked up at the first call
};

struct Bound {
  ElfFile file;
  Counts counts;
};

// When functions of other libraries are looked up.
enum class Lookup {
  kAsLinked,
  kLazy,  // at their first call, where the library allows it (lazy.h)
};

// A bound copy of the library. Its bytes differ from the original's in these places only:
//   - .rela.dyn: relative relocations first, by address; then the kept ones in their old order;
//   - .rela.plt: shorter, its bound entries having moved to .rela.dyn (the loader takes no relative
//     ones here while it binds lazily), which grows by as much. Where the tables are not adjacent
//     or a stub looks unfamiliar, .rela.plt stays as it was;
//   - the number that a PLT stub pushes: its entry's place in .rela.plt;
//   - the dynamic entries and section headers that describe the two tables, and DT_RELACOUNT;
//   - for Lookup::kLazy, what BindLazily changes.
// It was read back and verified.
Result<Bound> Bind(const Library& library, Lookup lookup = Lookup::kAsLinked);

// Compares the two: every relocation of the original is in the copy once, as it was or bound as
// BoundAddress says; relative ones are first and counted; all other bytes are the same.
Result<void> Verify(const Library& original, const ElfFile& copy);

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_BINDER_H_
