#include "tools/bind_library/elf_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace rondo::bind_library {

Result<ElfFile> ElfFile::Read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary | std::ios::ate);
  if (!stream) return Error::Plain("ERR_READ", std::strerror(errno));
  std::vector<char> bytes(static_cast<size_t>(stream.tellg()));
  stream.seekg(0);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream) return Error::Plain("ERR_READ", "the file could not be read to its end");
  return Parse(std::move(bytes));
}

Result<ElfFile> ElfFile::Parse(std::vector<char> bytes) {
  ElfFile file;
  file.bytes_ = std::move(bytes);
  RONDO_TRY(file.Index());
  return file;
}

ElfFile ElfFile::Clone() const {
  Result<ElfFile> copy = Parse(bytes_);
  return std::move(copy.value());  // the same bytes were parsed before
}

template <class T>
std::span<T> ElfFile::Table(uint64_t offset, uint64_t size) const {
  if (offset > bytes_.size() || size > bytes_.size() - offset || offset % alignof(T) != 0)
    return {};
  char* start = const_cast<char*>(bytes_.data()) + offset;
  return {reinterpret_cast<T*>(start), size / sizeof(T)};
}

Result<void> ElfFile::Index() {
  if (bytes_.size() < sizeof(Elf64_Ehdr) || std::memcmp(bytes_.data(), ELFMAG, SELFMAG) != 0) {
    return Unsupported("not an ELF file");
  }
  const Elf64_Ehdr& elf = header();
  if (elf.e_ident[EI_CLASS] != ELFCLASS64 || elf.e_ident[EI_DATA] != ELFDATA2LSB ||
      elf.e_machine != EM_X86_64) {
    return Unsupported(elf.e_machine == EM_AARCH64 ? "aarch64 is not supported yet, only x86-64"
                                                   : "only x86-64 is supported");
  }
  if (elf.e_type != ET_DYN) return Unsupported("not a shared library or PIE executable");

  segments_ = Table<Elf64_Phdr>(elf.e_phoff, uint64_t{elf.e_phnum} * sizeof(Elf64_Phdr));
  sections_ = Table<Elf64_Shdr>(elf.e_shoff, uint64_t{elf.e_shnum} * sizeof(Elf64_Shdr));
  if (segments_.empty()) return Unsupported("no program headers");
  if (sections_.empty()) return Unsupported("no section headers");
  return IndexDynamic();
}

Result<void> ElfFile::IndexDynamic() {
  std::span<Elf64_Dyn> table;
  for (const Elf64_Phdr& segment : segments_) {
    if (segment.p_type == PT_DYNAMIC) table = Table<Elf64_Dyn>(segment.p_offset, segment.p_filesz);
  }
  size_t used = 0;
  while (used < table.size() && table[used].d_tag != DT_NULL) ++used;
  if (used == table.size()) return Unsupported("no dynamic section");
  dynamic_ = table.first(used);
  spare_ = table.subspan(used, table.size() - used - 1);

  const Elf64_Dyn* symbols = Dynamic(DT_SYMTAB);
  const Elf64_Dyn* strings = Dynamic(DT_STRTAB);
  const Elf64_Dyn* strings_size = Dynamic(DT_STRSZ);
  if (!symbols || !strings || !strings_size) return Unsupported("no dynamic symbols");
  const Elf64_Shdr* section = SectionAt(symbols->d_un.d_ptr, SHT_DYNSYM);
  if (!section) return Unsupported("no section of dynamic symbols");
  symbols_ = Table<Elf64_Sym>(section->sh_offset, section->sh_size);
  std::optional<uint64_t> offset = FileOffset(strings->d_un.d_ptr, strings_size->d_un.d_val);
  if (symbols_.empty() || !offset) return Unsupported("dynamic symbols lie outside of the file");
  strings_ = Table<char>(*offset, strings_size->d_un.d_val);

  if (const Elf64_Dyn* versions = Dynamic(DT_VERSYM)) {
    uint64_t size = symbols_.size() * sizeof(Elf64_Half);
    std::optional<uint64_t> start = FileOffset(versions->d_un.d_ptr, size);
    if (start) symbol_versions_ = Table<Elf64_Half>(*start, size);
    if (symbol_versions_.empty()) return Unsupported("symbol versions lie outside of the file");
  }

  const Elf64_Dyn* kind = Dynamic(DT_PLTREL);
  if (Dynamic(DT_REL) || (kind && kind->d_un.d_val != DT_RELA)) {
    return Unsupported("relocations without addends");
  }
  auto rela = Relocations(DT_RELA, DT_RELASZ);
  if (!rela.ok()) return rela.error();
  auto plt_rela = Relocations(DT_JMPREL, DT_PLTRELSZ);
  if (!plt_rela.ok()) return plt_rela.error();
  rela_ = rela.value();
  plt_rela_ = plt_rela.value();
  return Ok{};
}

Result<std::span<Elf64_Rela>> ElfFile::Relocations(int64_t address_tag, int64_t size_tag) const {
  const Elf64_Dyn* address = Dynamic(address_tag);
  const Elf64_Dyn* size = Dynamic(size_tag);
  if (!address || !size || size->d_un.d_val == 0) return std::span<Elf64_Rela>{};
  std::optional<uint64_t> offset = FileOffset(address->d_un.d_ptr, size->d_un.d_val);
  if (!offset || size->d_un.d_val % sizeof(Elf64_Rela) != 0) {
    return Unsupported("a relocation table lies outside of the file");
  }
  std::span<Elf64_Rela> table = Table<Elf64_Rela>(*offset, size->d_un.d_val);
  if (table.empty()) return Unsupported("a relocation table is misaligned");
  for (const Elf64_Rela& entry : table) {
    if (ELF64_R_SYM(entry.r_info) >= symbols_.size()) {
      return Unsupported("a relocation names a symbol that is not there");
    }
  }
  return table;
}

std::string_view ElfFile::String(uint64_t offset) const {
  if (offset >= strings_.size()) return {};
  const char* start = strings_.data() + offset;
  return {start, ::strnlen(start, strings_.size() - offset)};
}

std::vector<std::string> ElfFile::Needed() const {
  std::vector<std::string> names;
  for (const Elf64_Dyn& entry : dynamic_) {
    if (entry.d_tag == DT_NEEDED) names.emplace_back(String(entry.d_un.d_val));
  }
  return names;
}

Elf64_Dyn* ElfFile::Dynamic(int64_t tag) const {
  for (Elf64_Dyn& entry : dynamic_) {
    if (entry.d_tag == tag) return &entry;
  }
  return nullptr;
}

Elf64_Shdr* ElfFile::SectionAt(uint64_t address, uint32_t type) const {
  for (Elf64_Shdr& section : sections_) {
    if (section.sh_type == type && section.sh_addr == address) return &section;
  }
  return nullptr;
}

std::optional<uint64_t> ElfFile::FileOffset(uint64_t address, uint64_t size) const {
  for (const Elf64_Phdr& segment : segments_) {
    if (segment.p_type != PT_LOAD || address < segment.p_vaddr) continue;
    uint64_t within = address - segment.p_vaddr;
    if (within > segment.p_filesz || size > segment.p_filesz - within) continue;
    uint64_t offset = segment.p_offset + within;
    if (offset > bytes_.size() || size > bytes_.size() - offset) return {};
    return offset;
  }
  return {};
}

std::span<char> ElfFile::At(uint64_t address, uint64_t size) const {
  std::optional<uint64_t> offset = FileOffset(address, size);
  return offset ? Table<char>(*offset, size) : std::span<char>{};
}

bool ElfFile::IsVariable(uint64_t address) const {
  bool writable = false;
  for (const Elf64_Phdr& segment : segments_) {
    if (address < segment.p_vaddr || address - segment.p_vaddr >= segment.p_memsz) continue;
    if (segment.p_type == PT_GNU_RELRO) return false;
    if (segment.p_type == PT_LOAD) writable = (segment.p_flags & PF_W) != 0;
  }
  return writable;
}

}  // namespace rondo::bind_library
