#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "tools/bind_library/binder.h"
#include "tools/bind_library/lazy.h"
#include "tools/bind_library/plt.h"

namespace rondo::bind_library {
namespace {

Error Wrong(const std::string& what) {
  return Error::Plain("ERR_VERIFY", "the bound copy is wrong: " + what);
}

// What a relocation does, as a value: R_X86_64_RELATIVE in place of those that were bound.
struct Effect {
  uint64_t offset;
  uint64_t info;
  int64_t addend;
  auto operator<=>(const Effect&) const = default;
};

Effect EffectOf(const Elf64_Rela& entry) { return {entry.r_offset, entry.r_info, entry.r_addend}; }

// In the order in which the loader applies them, but for those that are or become relative.
Result<void> CompareRelocations(const Library& original, const ElfFile& copy) {
  std::vector<Effect> relative, kept;
  std::vector<Effect> copied_relative, copied_kept;
  auto put = [](const Elf64_Rela& entry, std::vector<Effect>& relative, std::vector<Effect>& rest) {
    bool is_relative = ELF64_R_TYPE(entry.r_info) == R_X86_64_RELATIVE;
    (is_relative ? relative : rest).push_back(EffectOf(entry));
  };
  bool plt_moved = original.file.plt_rela().size() != copy.plt_rela().size();
  for (Elf64_Rela entry : original.file.rela()) {
    if (std::optional<uint64_t> address = BoundAddress(original, entry)) {
      entry = {entry.r_offset, ELF64_R_INFO(0, R_X86_64_RELATIVE), Elf64_Sxword(*address)};
    }
    put(entry, relative, kept);
  }
  for (Elf64_Rela entry : original.file.plt_rela()) {
    std::optional<uint64_t> address = BoundAddress(original, entry);
    if (plt_moved && address) {
      entry = {entry.r_offset, ELF64_R_INFO(0, R_X86_64_RELATIVE), Elf64_Sxword(*address)};
    }
    put(entry, relative, kept);
  }
  for (const Elf64_Rela& entry : copy.rela()) put(entry, copied_relative, copied_kept);
  for (const Elf64_Rela& entry : copy.plt_rela()) put(entry, copied_relative, copied_kept);

  std::ranges::sort(relative);
  std::ranges::sort(copied_relative);
  if (relative != copied_relative) return Wrong("relative relocations differ");
  if (kept != copied_kept) return Wrong("kept relocations differ");
  return Ok{};
}

Result<void> CheckCount(const ElfFile& copy) {
  const Elf64_Dyn* count = copy.Dynamic(DT_RELACOUNT);
  if (!count) return Ok{};
  auto is_relative = [](const Elf64_Rela& entry) {
    return ELF64_R_TYPE(entry.r_info) == R_X86_64_RELATIVE;
  };
  auto first_other = std::ranges::find_if_not(copy.rela(), is_relative);
  if (count->d_un.d_val != static_cast<uint64_t>(first_other - copy.rela().begin())) {
    return Wrong("DT_RELACOUNT is not the number of relative relocations at the beginning");
  }
  return Ok{};
}

// Sections by name, with their tables where the dynamic entries say.
Result<void> CheckSections(const ElfFile& original, const ElfFile& copy) {
  if (original.sections().size() != copy.sections().size()) return Wrong("sections are missing");
  auto check = [&](int64_t address_tag, std::span<Elf64_Rela> table) {
    if (table.empty()) return true;
    const Elf64_Shdr* section = copy.SectionAt(copy.Dynamic(address_tag)->d_un.d_ptr, SHT_RELA);
    return section && section->sh_size == table.size_bytes() &&
           reinterpret_cast<const char*>(table.data()) == copy.bytes().data() + section->sh_offset;
  };
  if (!check(DT_RELA, copy.rela()) || !check(DT_JMPREL, copy.plt_rela())) {
    return Wrong("a section header does not describe its relocation table");
  }
  return Ok{};
}

// Every stub whose entry is still in .rela.plt pushes that entry's number.
Result<void> CheckStubs(const ElfFile& original, const ElfFile& copy) {
  if (original.plt_rela().size() == copy.plt_rela().size()) return Ok{};
  for (size_t i = 0; i < copy.plt_rela().size(); ++i) {
    if (!FindPltStub(copy, copy.plt_rela()[i], i)) return Wrong("a PLT stub lost its relocation");
  }
  return Ok{};
}

struct Range {
  size_t offset;
  size_t size;
  auto operator<=>(const Range&) const = default;
};

// The parts of the file that Bind may change, in order.
std::vector<Range> ChangeableRanges(const Library& original) {
  const ElfFile& file = original.file;
  std::vector<Range> ranges;
  auto add = [&](const void* start, size_t size) {
    ranges.push_back(
        {static_cast<size_t>(static_cast<const char*>(start) - file.bytes().data()), size});
  };
  for (auto table : {file.rela(), file.plt_rela()}) {
    if (!table.empty()) add(table.data(), table.size_bytes());
  }
  for (size_t i = 0; i < file.plt_rela().size(); ++i) {
    if (BoundAddress(original, file.plt_rela()[i])) continue;
    std::optional<PltStub> stub = FindPltStub(file, file.plt_rela()[i], i);
    if (stub) ranges.push_back({stub->index_offset, sizeof(uint32_t)});
  }
  for (int64_t tag : {DT_RELA, DT_JMPREL}) {
    const Elf64_Dyn* address = file.Dynamic(tag);
    Elf64_Shdr* section = address ? file.SectionAt(address->d_un.d_ptr, SHT_RELA) : nullptr;
    if (!section) continue;
    add(&section->sh_addr, sizeof(section->sh_addr));
    add(&section->sh_offset, sizeof(section->sh_offset));
    add(&section->sh_size, sizeof(section->sh_size));
  }
  for (int64_t tag : {int64_t{DT_RELASZ}, int64_t{DT_JMPREL}, int64_t{DT_PLTRELSZ},
                      int64_t{DT_FLAGS}, int64_t{DT_FLAGS_1}}) {
    if (const Elf64_Dyn* entry = file.Dynamic(tag)) add(&entry->d_un, sizeof(entry->d_un));
  }
  if (const Elf64_Dyn* entry = file.Dynamic(DT_BIND_NOW)) add(entry, sizeof(*entry));
  const Elf64_Dyn* count = file.Dynamic(DT_RELACOUNT);
  if (!count && !file.spare_dynamic().empty()) count = &file.spare_dynamic().front();
  if (count) add(count, sizeof(*count));
  for (const Elf64_Phdr& segment : file.segments()) {
    if (segment.p_type != PT_GNU_RELRO) continue;
    add(&segment.p_filesz, sizeof(segment.p_filesz));
    add(&segment.p_memsz, sizeof(segment.p_memsz));
  }
  std::ranges::sort(ranges);
  return ranges;
}

// Symbols, versions, code, data and headers: every byte that is not in a changeable range.
Result<void> CompareRest(const Library& original, const ElfFile& copy) {
  std::span<const char> before = original.file.bytes();
  std::span<const char> after = copy.bytes();
  if (before.size() != after.size()) return Wrong("its size differs");
  std::vector<Range> ranges = ChangeableRanges(original);
  ranges.push_back({before.size(), 0});
  size_t position = 0;
  for (const Range& range : ranges) {
    if (range.offset > position &&
        std::memcmp(before.data() + position, after.data() + position, range.offset - position)) {
      return Wrong("bytes outside of the relocation tables differ");
    }
    position = std::max(position, range.offset + range.size);
  }
  return Ok{};
}

}  // namespace

Result<void> Verify(const Library& original, const ElfFile& copy) {
  RONDO_TRY(CompareRelocations(original, copy));
  RONDO_TRY(CheckCount(copy));
  RONDO_TRY(CheckSections(original.file, copy));
  RONDO_TRY(CheckStubs(original.file, copy));
  RONDO_TRY(VerifyLazy(original.file, copy));
  RONDO_TRY(CompareRest(original, copy));
  return Ok{};
}

}  // namespace rondo::bind_library
