// Relative relocations as DT_RELR: a bit each instead of 24 bytes.
#ifndef RONDO_TOOLS_BIND_LIBRARY_RELR_H_
#define RONDO_TOOLS_BIND_LIBRARY_RELR_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

// The version of libc.so.6 by which its loader says that it knows DT_RELR. A library that has
// DT_RELR and asks for versions of libc.so.6 has to ask for this one too.
inline constexpr std::string_view kRelrVersion = "GLIBC_ABI_DT_RELR";

// The table for these addresses, which are sorted, multiples of 8, and all different. As the ELF
// gABI has it: an address, then words whose bit 0 is set and whose bits 1 to 63 stand for the next
// 63 words of memory each.
std::vector<uint64_t> EncodeRelr(std::span<const uint64_t> addresses);
std::vector<uint64_t> DecodeRelr(std::span<const uint64_t> table);

// A copy of a library in which relative relocations are in DT_RELR, with their addends in place. It
// differs from the original in these places only:
//   - .rela.dyn: the new table stands at its beginning; at its end, next to .rela.plt, what could
//     not be packed; the record of kRelrVersion and its name after the new table; zeros between;
//   - the words that are relocated;
//   - DT_RELA and DT_RELASZ; DT_RELR, DT_RELRSZ, DT_RELRENT, one of them for DT_RELACOUNT; the
//     section header of .rela.dyn;
//   - the list of needed versions of libc.so.6 is one longer;
//   - DT_STRSZ and the size of .dynstr, which reaches to that version's name; the size of
//     .gnu.version_r, which reaches to its record.
// It was read back and verified. Nothing when it would not pay (few relocations) or cannot be done
// (no room, DT_RELR is there already).
Result<std::optional<ElfFile>> PackRelative(const ElfFile& library);

// Compares the two: they do the same to memory, and differ in what PackRelative says.
Result<void> VerifyPacked(const ElfFile& original, const ElfFile& copy);

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_RELR_H_
