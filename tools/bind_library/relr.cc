#include "tools/bind_library/relr.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "tools/bind_library/versions.h"

namespace rondo::bind_library {
namespace {

constexpr size_t kWorthwhile = 200;
constexpr uint64_t kWord = sizeof(uint64_t);
constexpr size_t kBits = 63;

Error Wrong(const std::string& what) {
  return Error::Plain("ERR_VERIFY", "the packed copy is wrong: " + what);
}

bool IsRelative(const Elf64_Rela& entry) { return ELF64_R_TYPE(entry.r_info) == R_X86_64_RELATIVE; }

bool CanBePacked(const ElfFile& file, const Elf64_Rela& entry) {
  return IsRelative(entry) && entry.r_offset % kWord == 0 &&
         file.FileOffset(entry.r_offset, kWord).has_value();
}

// As the System V ABI has it.
uint32_t ElfHash(std::string_view name) {
  uint32_t hash = 0;
  for (char byte : name) {
    hash = (hash << 4) + static_cast<unsigned char>(byte);
    uint32_t high = hash & 0xf0000000;
    hash = (hash ^ (high >> 24)) & ~high;
  }
  return hash;
}

template <class T>
T* At(const ElfFile& file, uint64_t address) {
  std::span<char> bytes = file.At(address, sizeof(T));
  bool usable = !bytes.empty() && reinterpret_cast<uintptr_t>(bytes.data()) % alignof(T) == 0;
  return usable ? reinterpret_cast<T*>(bytes.data()) : nullptr;
}

uint64_t Value(const ElfFile& file, int64_t tag) {
  const Elf64_Dyn* entry = file.Dynamic(tag);
  return entry ? entry->d_un.d_val : 0;
}

// The list of versions that are asked of libc.so.6, and its last entry.
struct LibcVersions {
  Elf64_Verneed* record = nullptr;  // nullptr: there is none
  Elf64_Vernaux* last = nullptr;
  uint64_t last_address = 0;
};

Result<LibcVersions> FindLibcVersions(const ElfFile& file) {
  Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(file);
  if (!needs.ok()) return needs.error();
  LibcVersions found;
  for (const VersionNeed& need : needs.value()) {
    if (!need.library.starts_with("libc.so.") || need.record->vn_cnt == 0) continue;
    found.record = need.record;
    found.last_address = need.address + need.record->vn_aux;
    found.last = At<Elf64_Vernaux>(file, found.last_address);
    for (int i = 1; i < need.record->vn_cnt; ++i) {
      found.last_address += found.last->vna_next;
      found.last = At<Elf64_Vernaux>(file, found.last_address);
    }
  }
  return found;
}

// One that neither a needed nor a defined version has.
Elf64_Half FreeVersionIndex(const ElfFile& file, const std::vector<VersionNeed>& needs) {
  uint64_t highest = std::max<uint64_t>(VER_NDX_GLOBAL, Value(file, DT_VERDEFNUM));
  for (Elf64_Half entry : file.symbol_versions()) {
    highest = std::max<uint64_t>(highest, VersionIndex(entry));
  }
  for (const VersionNeed& need : needs) {
    for (Elf64_Half index : need.indices) highest = std::max<uint64_t>(highest, index);
  }
  return static_cast<Elf64_Half>(highest + 1);
}

// Adds kRelrVersion to what is asked of libc.so.6: an entry at this address, and its name after it.
// The sections of both are made to reach so far, for debuggers. False when these lie before the
// tables they extend.
bool AskForVersion(ElfFile& file, const LibcVersions& libc, Elf64_Half index, uint64_t address) {
  uint64_t strings = Value(file, DT_STRTAB);
  uint64_t name = address + sizeof(Elf64_Vernaux);
  uint64_t end = name + kRelrVersion.size() + 1;
  Elf64_Shdr* section = file.SectionAt(strings, SHT_STRTAB);
  Elf64_Shdr* versions = file.SectionAt(Value(file, DT_VERNEED), SHT_GNU_verneed);
  auto* entry = At<Elf64_Vernaux>(file, address);
  if (!section || !versions || !entry || address <= libc.last_address || name <= strings ||
      end - strings > UINT32_MAX || file.At(strings, end - strings).empty() || index > 0x7fff) {
    return false;
  }
  *entry = {ElfHash(kRelrVersion), 0, index, static_cast<Elf64_Word>(name - strings), 0};
  std::memcpy(file.At(name, kRelrVersion.size()).data(), kRelrVersion.data(), kRelrVersion.size());
  ++libc.record->vn_cnt;
  libc.last->vna_next = static_cast<Elf64_Word>(address - libc.last_address);
  file.Dynamic(DT_STRSZ)->d_un.d_val = end - strings;
  section->sh_size = end - strings;
  versions->sh_size = name - versions->sh_addr;
  return true;
}

// Every entry of the dynamic section and its value, without those that packing changes.
std::vector<std::pair<int64_t, uint64_t>> OtherDynamic(const ElfFile& file) {
  std::vector<std::pair<int64_t, uint64_t>> entries;
  for (const Elf64_Dyn& entry : file.dynamic()) {
    switch (entry.d_tag) {
      case DT_RELA:
      case DT_RELASZ:
      case DT_RELACOUNT:
      case DT_RELR:
      case DT_RELRSZ:
      case DT_RELRENT:
      case DT_STRSZ:
        break;
      default:
        entries.emplace_back(entry.d_tag, entry.d_un.d_val);
    }
  }
  return entries;
}

using Effects = std::vector<std::pair<uint64_t, uint64_t>>;  // address, addend

Result<void> CompareRelocations(const ElfFile& original, const ElfFile& copy) {
  Effects before, after;
  std::vector<Elf64_Rela> kept;
  for (const Elf64_Rela& entry : original.rela()) {
    if (IsRelative(entry)) before.emplace_back(entry.r_offset, entry.r_addend);
    if (!CanBePacked(original, entry)) kept.push_back(entry);
  }
  std::span<char> table = copy.At(Value(copy, DT_RELR), Value(copy, DT_RELRSZ));
  std::vector<uint64_t> words(table.size() / kWord);
  if (words.empty() || Value(copy, DT_RELRENT) != kWord) return Wrong("there is no table");
  std::memcpy(words.data(), table.data(), words.size() * kWord);
  for (uint64_t address : DecodeRelr(words)) {
    std::span<char> word = copy.At(address, kWord);
    if (word.empty()) return Wrong("an address lies outside of the file");
    uint64_t addend;
    std::memcpy(&addend, word.data(), sizeof(addend));
    after.emplace_back(address, addend);
  }
  for (const Elf64_Rela& entry : copy.rela()) {
    if (IsRelative(entry)) after.emplace_back(entry.r_offset, entry.r_addend);
  }
  std::ranges::sort(before);
  std::ranges::sort(after);
  if (before != after) return Wrong("relative relocations differ");
  auto same = [](const Elf64_Rela& one, const Elf64_Rela& other) {
    return std::memcmp(&one, &other, sizeof(one)) == 0;
  };
  if (!std::ranges::equal(copy.rela(), kept, same)) return Wrong("kept relocations differ");
  uint64_t rela = Value(copy, DT_RELA), start = Value(original, DT_RELA);
  uint64_t end = start + Value(original, DT_RELASZ);
  const Elf64_Shdr* section = copy.SectionAt(rela, SHT_RELA);
  if (rela + Value(copy, DT_RELASZ) != end || Value(copy, DT_RELR) != start ||
      start + Value(copy, DT_RELRSZ) > rela || !section ||
      section->sh_size != Value(copy, DT_RELASZ) || copy.Dynamic(DT_RELACOUNT)) {
    return Wrong("the tables are not described as they are");
  }
  return Ok{};
}

Result<void> CompareVersions(const ElfFile& original, const ElfFile& copy) {
  Result<std::vector<VersionNeed>> before = ReadVersionNeeds(original);
  Result<std::vector<VersionNeed>> after = ReadVersionNeeds(copy);
  if (!before.ok() || !after.ok()) return Wrong("needed versions cannot be read");
  Result<LibcVersions> libc = FindLibcVersions(copy);
  if (!libc.ok()) return libc.error();
  Elf64_Half index = FreeVersionIndex(original, before.value());
  for (VersionNeed& need : before.value()) {
    if (libc.value().record && need.library.starts_with("libc.so.")) need.indices.push_back(index);
  }
  auto same = [](const VersionNeed& one, const VersionNeed& other) {
    return one.address == other.address && one.library == other.library &&
           one.indices == other.indices;
  };
  if (!std::ranges::equal(before.value(), after.value(), same)) return Wrong("versions differ");
  const Elf64_Vernaux* last = libc.value().last;
  if (last && (copy.String(last->vna_name) != kRelrVersion ||
               last->vna_hash != ElfHash(kRelrVersion) || last->vna_flags != 0)) {
    return Wrong("the version of the packed format is not asked for");
  }
  if (!last) {
    bool same_strings = Value(copy, DT_STRSZ) == Value(original, DT_STRSZ);
    return same_strings ? Result<void>(Ok{}) : Wrong("strings differ");
  }
  const Elf64_Shdr* strings = copy.SectionAt(Value(copy, DT_STRTAB), SHT_STRTAB);
  const Elf64_Shdr* versions = copy.SectionAt(Value(copy, DT_VERNEED), SHT_GNU_verneed);
  uint64_t end = libc.value().last_address + sizeof(Elf64_Vernaux);
  if (!strings || strings->sh_size != Value(copy, DT_STRSZ) || !versions ||
      versions->sh_addr + versions->sh_size != end) {
    return Wrong("a section header does not describe the needed versions");
  }
  return Ok{};
}

// A copy of the bytes in which everything that is compared otherwise is zero.
std::vector<char> Rest(const ElfFile& original, const ElfFile& file) {
  std::vector<char> bytes(file.bytes().begin(), file.bytes().end());
  auto clear = [&](const void* start, size_t size) {
    std::memset(bytes.data() + (static_cast<const char*>(start) - original.bytes().data()), 0,
                size);
  };
  std::span<Elf64_Dyn> dynamic = original.dynamic();
  clear(dynamic.data(), dynamic.size_bytes() + original.spare_dynamic().size_bytes());
  clear(original.rela().data(), original.rela().size_bytes());
  for (const Elf64_Rela& entry : original.rela()) {
    if (CanBePacked(original, entry)) clear(original.At(entry.r_offset, kWord).data(), kWord);
  }
  Result<LibcVersions> libc = FindLibcVersions(original);
  if (libc.ok() && libc.value().record) {
    clear(&libc.value().record->vn_cnt, sizeof(libc.value().record->vn_cnt));
    clear(&libc.value().last->vna_next, sizeof(libc.value().last->vna_next));
  }
  if (Elf64_Shdr* section = original.SectionAt(Value(original, DT_RELA), SHT_RELA)) {
    clear(&section->sh_addr, sizeof(section->sh_addr));
    clear(&section->sh_offset, sizeof(section->sh_offset));
    clear(&section->sh_size, sizeof(section->sh_size));
  }
  for (auto [tag, type] : {std::pair<int64_t, uint32_t>{DT_STRTAB, SHT_STRTAB},
                           std::pair<int64_t, uint32_t>{DT_VERNEED, SHT_GNU_verneed}}) {
    Elf64_Shdr* section = original.SectionAt(Value(original, tag), type);
    if (section) clear(&section->sh_size, sizeof(section->sh_size));
  }
  return bytes;
}

}  // namespace

std::vector<uint64_t> EncodeRelr(std::span<const uint64_t> addresses) {
  std::vector<uint64_t> table;
  size_t next = 0;
  while (next < addresses.size()) {
    table.push_back(addresses[next]);
    uint64_t base = addresses[next] + kWord;
    ++next;
    while (true) {
      uint64_t bits = 0;
      while (next < addresses.size() && addresses[next] - base < kBits * kWord) {
        bits |= uint64_t{2} << ((addresses[next] - base) / kWord);
        ++next;
      }
      if (bits == 0) break;
      table.push_back(bits | 1);
      base += kBits * kWord;
    }
  }
  return table;
}

std::vector<uint64_t> DecodeRelr(std::span<const uint64_t> table) {
  std::vector<uint64_t> addresses;
  uint64_t base = 0;
  for (uint64_t entry : table) {
    if ((entry & 1) == 0) {
      addresses.push_back(entry);
      base = entry + kWord;
      continue;
    }
    for (size_t bit = 0; bit < kBits; ++bit) {
      if ((entry >> (bit + 1)) & 1) addresses.push_back(base + bit * kWord);
    }
    base += kBits * kWord;
  }
  return addresses;
}

Result<void> VerifyPacked(const ElfFile& original, const ElfFile& copy) {
  if (original.bytes().size() != copy.bytes().size()) return Wrong("its size differs");
  if (OtherDynamic(original) != OtherDynamic(copy)) return Wrong("dynamic entries differ");
  RONDO_TRY(CompareRelocations(original, copy));
  RONDO_TRY(CompareVersions(original, copy));
  if (Rest(original, original) != Rest(original, copy)) return Wrong("other bytes differ");
  return Ok{};
}

Result<std::optional<ElfFile>> PackRelative(const ElfFile& library) {
  std::vector<uint64_t> addresses;
  std::vector<Elf64_Rela> kept;
  for (const Elf64_Rela& entry : library.rela()) {
    if (CanBePacked(library, entry))
      addresses.push_back(entry.r_offset);
    else
      kept.push_back(entry);
  }
  std::ranges::sort(addresses);
  bool twice = std::ranges::adjacent_find(addresses) != addresses.end();
  if (addresses.size() < kWorthwhile || twice || library.Dynamic(DT_RELR))
    return std::optional<ElfFile>{};

  ElfFile copy = library.Clone();
  Result<LibcVersions> libc = FindLibcVersions(copy);
  Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(copy);
  if (!libc.ok() || !needs.ok()) return (libc.ok() ? needs.error() : libc.error());
  std::vector<uint64_t> table = EncodeRelr(addresses);
  uint64_t start = Value(copy, DT_RELA), table_size = table.size() * kWord;
  uint64_t kept_size = kept.size() * sizeof(Elf64_Rela);
  uint64_t version_size = sizeof(Elf64_Vernaux) + kRelrVersion.size() + 1;
  Elf64_Shdr* section = copy.SectionAt(start, SHT_RELA);
  Elf64_Dyn* count = copy.Dynamic(DT_RELACOUNT);
  if (!section || copy.spare_dynamic().size() < (count ? 2u : 3u) ||
      table_size + version_size + kept_size > copy.rela().size_bytes()) {
    return std::optional<ElfFile>{};
  }

  for (const Elf64_Rela& entry : library.rela()) {
    if (!CanBePacked(library, entry)) continue;
    std::memcpy(copy.At(entry.r_offset, kWord).data(), &entry.r_addend, kWord);
  }
  std::span<Elf64_Rela> area = copy.rela();
  std::memset(area.data(), 0, area.size_bytes());
  std::memcpy(area.data(), table.data(), table_size);
  std::ranges::copy(kept, area.end() - static_cast<ptrdiff_t>(kept.size()));
  if (libc.value().record &&
      !AskForVersion(copy, libc.value(), FreeVersionIndex(library, needs.value()),
                     start + table_size)) {
    return std::optional<ElfFile>{};
  }
  uint64_t shift = area.size_bytes() - kept_size;
  copy.Dynamic(DT_RELA)->d_un.d_ptr += shift;
  copy.Dynamic(DT_RELASZ)->d_un.d_val = kept_size;
  section->sh_addr += shift;
  section->sh_offset += shift;
  section->sh_size = kept_size;
  auto spare = copy.spare_dynamic().begin();
  if (!count) count = &*spare++;
  *count = {DT_RELR, {start}};
  *spare++ = {DT_RELRSZ, {table_size}};
  *spare = {DT_RELRENT, {kWord}};

  Result<ElfFile> reread = ElfFile::Parse({copy.bytes().begin(), copy.bytes().end()});
  if (!reread.ok()) return reread.error();
  RONDO_TRY(VerifyPacked(library, reread.value()));
  return std::optional<ElfFile>(std::move(reread.value()));
}

}  // namespace rondo::bind_library
