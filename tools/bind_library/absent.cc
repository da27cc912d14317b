#include "tools/bind_library/absent.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "tools/bind_library/versions.h"

namespace rondo::bind_library {
namespace {

Error Wrong(const std::string& what) {
  return Error::Plain("ERR_VERIFY", "the copy without libraries is wrong: " + what);
}

bool IsAbsent(const ElfFile& file, const Elf64_Sym& symbol, const Absent& absent) {
  return symbol.st_shndx == SHN_UNDEF && ELF64_ST_BIND(symbol.st_info) != STB_LOCAL &&
         absent.symbols.contains(file.Name(symbol));
}

// The records that stay. Refuses when a symbol that stays is of a version that does not.
Result<std::vector<VersionNeed>> KeptNeeds(const ElfFile& file, const Absent& absent) {
  Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(file);
  if (!needs.ok()) return needs.error();
  std::vector<VersionNeed> kept;
  std::set<Elf64_Half> gone;
  for (VersionNeed& need : needs.value()) {
    if (absent.libraries.contains(need.library))
      gone.insert(need.indices.begin(), need.indices.end());
    else
      kept.push_back(std::move(need));
  }
  for (size_t i = 0; i < file.symbol_versions().size(); ++i) {
    const Elf64_Sym& symbol = file.symbols()[i];
    if (IsAbsent(file, symbol, absent)) continue;
    if (gone.contains(VersionIndex(file.symbol_versions()[i]))) {
      return Unsupported(std::string(file.Name(symbol)) + " is of a version of an absent library");
    }
  }
  return kept;
}

// The dynamic entries without those that ask for the absent, as LeaveOut is to write them.
std::vector<Elf64_Dyn> ExpectedDynamic(const ElfFile& file, const Absent& absent,
                                       const std::vector<VersionNeed>& kept) {
  bool no_versions = kept.empty() && file.Dynamic(DT_VERNEED) && !file.Dynamic(DT_VERDEF);
  std::vector<Elf64_Dyn> entries;
  for (Elf64_Dyn entry : file.dynamic()) {
    switch (entry.d_tag) {
      case DT_NEEDED:
        if (absent.libraries.contains(file.String(entry.d_un.d_val))) continue;
        break;
      case DT_VERNEED:
        if (kept.empty()) continue;
        entry.d_un.d_ptr = kept.front().address;
        break;
      case DT_VERNEEDNUM:
        if (kept.empty()) continue;
        entry.d_un.d_val = kept.size();
        break;
      case DT_VERSYM:
        if (no_versions) continue;
        break;
    }
    entries.push_back(entry);
  }
  return entries;
}

void WriteNeeds(ElfFile& copy, const std::vector<VersionNeed>& kept) {
  const Elf64_Dyn* first = copy.Dynamic(DT_VERNEED);
  if (!first) return;
  for (size_t i = 0; i < kept.size(); ++i) {
    bool last = i + 1 == kept.size();
    kept[i].record->vn_next =
        last ? 0 : static_cast<Elf64_Word>(kept[i + 1].address - kept[i].address);
  }
  Elf64_Shdr* section = copy.SectionAt(first->d_un.d_ptr, SHT_GNU_verneed);
  if (!section) return;
  section->sh_info = static_cast<Elf64_Word>(kept.size());
  if (kept.empty()) return;
  uint64_t shift = kept.front().address - first->d_un.d_ptr;
  section->sh_addr += shift;
  section->sh_offset += shift;
  section->sh_size -= shift;
}

Result<void> CompareDynamic(const ElfFile& original, const ElfFile& copy, const Absent& absent) {
  Result<std::vector<VersionNeed>> kept = KeptNeeds(original, absent);
  if (!kept.ok()) return kept.error();
  auto same = [](const Elf64_Dyn& one, const Elf64_Dyn& other) {
    return one.d_tag == other.d_tag && one.d_un.d_val == other.d_un.d_val;
  };
  std::vector<Elf64_Dyn> expected = ExpectedDynamic(original, absent, kept.value());
  if (!std::ranges::equal(copy.dynamic(), expected, same)) return Wrong("dynamic entries differ");
  for (const Elf64_Dyn& entry : copy.spare_dynamic()) {
    if (entry.d_tag != DT_NULL) return Wrong("dynamic entries come after the last");
  }

  Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(copy);
  if (!needs.ok()) return needs.error();
  auto same_need = [](const VersionNeed& one, const VersionNeed& other) {
    return one.address == other.address && one.library == other.library &&
           one.indices == other.indices;
  };
  if (!std::ranges::equal(needs.value(), kept.value(), same_need)) {
    return Wrong("needed versions differ");
  }
  const Elf64_Dyn* first = original.Dynamic(DT_VERNEED);
  if (!first || kept.value().empty() || !original.SectionAt(first->d_un.d_ptr, SHT_GNU_verneed)) {
    return Ok{};
  }
  const Elf64_Shdr* section = copy.SectionAt(kept.value().front().address, SHT_GNU_verneed);
  if (!section || section->sh_info != kept.value().size() ||
      copy.FileOffset(section->sh_addr, section->sh_size) != section->sh_offset) {
    return Wrong("a section header does not describe the needed versions");
  }
  return Ok{};
}

Result<void> CompareSymbols(const ElfFile& original, const ElfFile& copy, const Absent& absent) {
  if (original.symbols().size() != copy.symbols().size()) return Wrong("symbols are missing");
  for (size_t i = 0; i < original.symbols().size(); ++i) {
    Elf64_Sym expected = original.symbols()[i];
    bool is_absent = IsAbsent(original, expected, absent);
    if (is_absent) {
      expected.st_info = ELF64_ST_INFO(STB_WEAK, ELF64_ST_TYPE(expected.st_info));
    }
    if (std::memcmp(&expected, &copy.symbols()[i], sizeof(expected)) != 0) {
      return Wrong("symbols differ");
    }
    if (original.symbol_versions().empty()) continue;
    // Read where the original's stands: the copy may have none that are in use.
    const Elf64_Half& before = original.symbol_versions()[i];
    size_t offset =
        static_cast<size_t>(reinterpret_cast<const char*>(&before) - original.bytes().data());
    Elf64_Half after;
    std::memcpy(&after, copy.bytes().data() + offset, sizeof(after));
    if (after != (is_absent ? VER_NDX_GLOBAL : before)) return Wrong("symbol versions differ");
  }
  return Ok{};
}

// A copy of the bytes in which everything that LeaveOut may write, and the other comparisons look
// at, is zero.
std::vector<char> Rest(const ElfFile& original, const ElfFile& file) {
  std::vector<char> bytes(file.bytes().begin(), file.bytes().end());
  auto clear = [&](const void* start, size_t size) {
    std::memset(bytes.data() + (static_cast<const char*>(start) - original.bytes().data()), 0,
                size);
  };
  clear(original.dynamic().data(), original.dynamic().size_bytes());
  clear(original.symbols().data(), original.symbols().size_bytes());
  if (!original.symbol_versions().empty()) {
    clear(original.symbol_versions().data(), original.symbol_versions().size_bytes());
  }
  Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(original);
  if (!needs.ok() || needs.value().empty()) return bytes;
  for (const VersionNeed& need : needs.value()) {
    clear(&need.record->vn_next, sizeof(need.record->vn_next));
  }
  if (auto* section = original.SectionAt(needs.value().front().address, SHT_GNU_verneed)) {
    clear(&section->sh_addr, sizeof(section->sh_addr));
    clear(&section->sh_offset, sizeof(section->sh_offset));
    clear(&section->sh_size, sizeof(section->sh_size));
    clear(&section->sh_info, sizeof(section->sh_info));
  }
  return bytes;
}

}  // namespace

Result<void> VerifyLeftOut(const ElfFile& original, const ElfFile& copy, const Absent& absent) {
  if (original.bytes().size() != copy.bytes().size()) return Wrong("its size differs");
  RONDO_TRY(CompareDynamic(original, copy, absent));
  RONDO_TRY(CompareSymbols(original, copy, absent));
  if (Rest(original, original) != Rest(original, copy)) return Wrong("other bytes differ");
  return Ok{};
}

Result<ElfFile> LeaveOut(const ElfFile& library, const Absent& absent) {
  ElfFile copy = library.Clone();
  Result<std::vector<VersionNeed>> kept = KeptNeeds(copy, absent);
  if (!kept.ok()) return kept.error();
  for (size_t i = 0; i < copy.symbols().size(); ++i) {
    Elf64_Sym& symbol = copy.symbols()[i];
    if (!IsAbsent(copy, symbol, absent)) continue;
    symbol.st_info = ELF64_ST_INFO(STB_WEAK, ELF64_ST_TYPE(symbol.st_info));
    if (!copy.symbol_versions().empty()) copy.symbol_versions()[i] = VER_NDX_GLOBAL;
  }
  std::vector<Elf64_Dyn> dynamic = ExpectedDynamic(copy, absent, kept.value());
  WriteNeeds(copy, kept.value());
  std::ranges::fill(copy.dynamic(), Elf64_Dyn{DT_NULL, {0}});
  std::ranges::copy(dynamic, copy.dynamic().begin());

  Result<ElfFile> reread = ElfFile::Parse({copy.bytes().begin(), copy.bytes().end()});
  if (!reread.ok()) return reread.error();
  RONDO_TRY(VerifyLeftOut(library, reread.value(), absent));
  return std::move(reread.value());
}

}  // namespace rondo::bind_library
