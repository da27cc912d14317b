#include "tools/bind_library/binder.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tools/bind_library/lazy.h"
#include "tools/bind_library/plt.h"

namespace rondo::bind_library {
namespace {

bool IsRelative(const Elf64_Rela& entry) { return ELF64_R_TYPE(entry.r_info) == R_X86_64_RELATIVE; }

struct Tables {
  std::vector<Elf64_Rela> relative;
  std::vector<Elf64_Rela> kept;
  std::vector<Elf64_Rela> plt;
  std::vector<PltStub> stubs;  // of the entries in `plt`, when these have moved
  Counts counts;
};

// Whether entries may move from the end of one table into the other.
bool AreAdjacent(const ElfFile& file) {
  return !file.rela().empty() && !file.plt_rela().empty() &&
         file.rela().data() + file.rela().size() == file.plt_rela().data();
}

bool Overlap(const ElfFile& file) {
  const Elf64_Rela* rela_end = file.rela().data() + file.rela().size();
  const Elf64_Rela* plt_end = file.plt_rela().data() + file.plt_rela().size();
  return !file.rela().empty() && !file.plt_rela().empty() && file.plt_rela().data() < rela_end &&
         file.rela().data() < plt_end;
}

void AddRelative(Tables& tables, uint64_t offset, uint64_t address) {
  tables.relative.push_back(
      {offset, ELF64_R_INFO(0, R_X86_64_RELATIVE), static_cast<Elf64_Sxword>(address)});
}

void SortPlt(const Library& library, Tables& tables) {
  const ElfFile& file = library.file;
  bool movable = AreAdjacent(file);
  std::vector<PltStub> stubs;
  for (size_t i = 0; movable && i < file.plt_rela().size(); ++i) {
    const Elf64_Rela& entry = file.plt_rela()[i];
    if (BoundAddress(library, entry)) continue;
    std::optional<PltStub> stub = FindPltStub(file, entry, i);
    if (!stub)
      movable = false;
    else
      stubs.push_back(*stub);
  }

  for (const Elf64_Rela& entry : file.plt_rela()) {
    std::optional<uint64_t> address = BoundAddress(library, entry);
    if (movable && address) {
      AddRelative(tables, entry.r_offset, *address);
      ++tables.counts.bound;
    } else {
      tables.plt.push_back(entry);
      ++tables.counts.kept;
    }
  }
  if (movable) tables.stubs = std::move(stubs);
}

Result<Tables> Sort(const Library& library) {
  for (auto table : {library.file.rela(), library.file.plt_rela()}) {
    for (const Elf64_Rela& entry : table) {
      if (!IsKnown(entry)) {
        return Unsupported("unknown relocation type " + std::to_string(ELF64_R_TYPE(entry.r_info)));
      }
    }
  }
  Tables tables;
  for (const Elf64_Rela& entry : library.file.rela()) {
    if (IsRelative(entry)) {
      tables.relative.push_back(entry);
      ++tables.counts.relative;
    } else if (std::optional<uint64_t> address = BoundAddress(library, entry)) {
      AddRelative(tables, entry.r_offset, *address);
      ++tables.counts.bound;
    } else {
      tables.kept.push_back(entry);
      ++tables.counts.kept;
    }
  }
  SortPlt(library, tables);
  std::ranges::stable_sort(tables.relative, {}, &Elf64_Rela::r_offset);
  return tables;
}

// Puts both tables in the place of the old ones: together they are as long as before.
Result<void> WriteTables(ElfFile& copy, const Tables& tables) {
  std::span<Elf64_Rela> rela = copy.rela();
  std::span<Elf64_Rela> plt = copy.plt_rela();
  size_t rela_count = tables.relative.size() + tables.kept.size();
  size_t moved = plt.size() - tables.plt.size();
  Elf64_Rela* out = rela.data();
  out = std::ranges::copy(tables.relative, out).out;
  std::ranges::copy(tables.kept, out);
  std::ranges::copy(tables.plt, plt.data() + moved);
  if (moved == 0) return Ok{};

  Elf64_Dyn* plt_address = copy.Dynamic(DT_JMPREL);
  Elf64_Shdr* rela_section = copy.SectionAt(copy.Dynamic(DT_RELA)->d_un.d_ptr, SHT_RELA);
  Elf64_Shdr* plt_section = copy.SectionAt(plt_address->d_un.d_ptr, SHT_RELA);
  if (!rela_section || !plt_section) return Unsupported("relocation tables without sections");
  uint64_t shift = moved * sizeof(Elf64_Rela);
  copy.Dynamic(DT_RELASZ)->d_un.d_val = rela_count * sizeof(Elf64_Rela);
  copy.Dynamic(DT_PLTRELSZ)->d_un.d_val -= shift;
  plt_address->d_un.d_ptr += shift;
  rela_section->sh_size += shift;
  plt_section->sh_size -= shift;
  plt_section->sh_addr += shift;
  plt_section->sh_offset += shift;
  return Ok{};
}

// DT_RELACOUNT is a promise that the first entries of DT_RELA are relative; the loader then applies
// them in a tight loop. Without room for it the library still works, only slower.
void WriteRelativeCount(ElfFile& copy, size_t count) {
  Elf64_Dyn* entry = copy.Dynamic(DT_RELACOUNT);
  if (!entry && !copy.spare_dynamic().empty()) entry = &copy.spare_dynamic().front();
  if (!entry) return;
  entry->d_tag = DT_RELACOUNT;
  entry->d_un.d_val = count;
}

Result<ElfFile> Reread(const ElfFile& file) {
  std::span<const char> bytes = file.bytes();
  return ElfFile::Parse({bytes.begin(), bytes.end()});
}

}  // namespace

Result<Bound> Bind(const Library& library, Lookup lookup) {
  if (Overlap(library.file)) return Unsupported("DT_RELA and DT_JMPREL overlap");
  Result<Tables> sorted = Sort(library);
  if (!sorted.ok()) return sorted.error();
  const Tables& tables = sorted.value();

  ElfFile copy = library.file.Clone();
  RONDO_TRY(WriteTables(copy, tables));
  for (size_t i = 0; i < tables.stubs.size(); ++i) SetPltIndex(copy, tables.stubs[i], i);
  if (!tables.relative.empty()) WriteRelativeCount(copy, tables.relative.size());

  size_t made_lazy = 0;
  if (lookup == Lookup::kLazy) {
    // The copy's own views are of the tables' old places.
    Result<ElfFile> lazy = Reread(copy);
    if (!lazy.ok()) return lazy.error();
    copy = std::move(lazy.value());
    if (BindLazily(copy)) made_lazy = copy.plt_rela().size();
  }
  Result<ElfFile> reread = Reread(copy);
  if (!reread.ok()) return reread.error();
  RONDO_TRY(Verify(library, reread.value()));
  Bound bound{std::move(reread.value()), tables.counts};
  bound.counts.made_lazy = made_lazy;
  return bound;
}

}  // namespace rondo::bind_library
