// An x86-64 ELF file (shared library or executable) in memory, and checked views into it.
#ifndef RONDO_TOOLS_BIND_LIBRARY_ELF_FILE_H_
#define RONDO_TOOLS_BIND_LIBRARY_ELF_FILE_H_

#include <elf.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"

namespace rondo::bind_library {

// The code of the errors that mean "this file is sound, but not one that can be bound": another
// machine, an unknown relocation, an unusual layout. The original is then to be used.
inline constexpr std::string_view kUnsupported = "ERR_UNSUPPORTED";

inline Error Unsupported(std::string message) {
  return Error::Plain(kUnsupported, std::move(message));
}

// Views stay valid until the ElfFile is destroyed; they survive a move, not a copy.
class ElfFile {
 public:
  // Refuses (kUnsupported) what is not a dynamically linked little-endian x86-64 ELF file with
  // section headers; other errors are the system's.
  static Result<ElfFile> Read(const std::string& path);
  static Result<ElfFile> Parse(std::vector<char> bytes);

  ElfFile(ElfFile&&) = default;
  ElfFile& operator=(ElfFile&&) = default;
  ElfFile Clone() const;

  std::span<const char> bytes() const { return bytes_; }
  std::span<char> bytes() { return bytes_; }

  const Elf64_Ehdr& header() const { return *reinterpret_cast<const Elf64_Ehdr*>(bytes_.data()); }
  std::span<Elf64_Phdr> segments() const { return segments_; }
  std::span<Elf64_Shdr> sections() const { return sections_; }
  std::span<Elf64_Dyn> dynamic() const { return dynamic_; }  // up to its first DT_NULL
  std::span<Elf64_Dyn> spare_dynamic() const {
    return spare_;
  }  // unused room, the last DT_NULL not counted
  std::span<Elf64_Sym> symbols() const { return symbols_; }  // .dynsym
  // An entry a symbol: the index of its version. Empty for a file without (DT_VERSYM).
  std::span<Elf64_Half> symbol_versions() const { return symbol_versions_; }
  std::span<Elf64_Rela> rela() const { return rela_; }          // DT_RELA
  std::span<Elf64_Rela> plt_rela() const { return plt_rela_; }  // DT_JMPREL

  // Empty when the name lies outside of the string table.
  std::string_view Name(const Elf64_Sym& symbol) const { return String(symbol.st_name); }
  std::string_view String(uint64_t offset) const;
  std::vector<std::string> Needed() const;  // DT_NEEDED, in order

  // The dynamic entry with this tag, nullptr when there is none.
  Elf64_Dyn* Dynamic(int64_t tag) const;
  // The section that starts at this address, nullptr when there is none.
  Elf64_Shdr* SectionAt(uint64_t address, uint32_t type) const;

  // Where `size` bytes at a virtual address stand in the file; nothing when they are not all there.
  std::optional<uint64_t> FileOffset(uint64_t address, uint64_t size) const;
  // `size` bytes at a virtual address; empty when they are not all in the file.
  std::span<char> At(uint64_t address, uint64_t size) const;
  // Whether the address stays writable once the loader is done (not within PT_GNU_RELRO).
  bool IsVariable(uint64_t address) const;

 private:
  ElfFile() = default;
  Result<void> Index();
  Result<void> IndexDynamic();

  // A table in the file, empty when it lies outside or is misaligned.
  template <class T>
  std::span<T> Table(uint64_t offset, uint64_t size) const;
  // The relocation table that two dynamic entries describe; empty when they are absent.
  Result<std::span<Elf64_Rela>> Relocations(int64_t address_tag, int64_t size_tag) const;

  std::vector<char> bytes_;
  std::span<Elf64_Phdr> segments_;
  std::span<Elf64_Shdr> sections_;
  std::span<Elf64_Dyn> dynamic_;
  std::span<Elf64_Dyn> spare_;
  std::span<Elf64_Sym> symbols_;
  std::span<Elf64_Half> symbol_versions_;
  std::span<Elf64_Rela> rela_;
  std::span<Elf64_Rela> plt_rela_;
  std::span<char> strings_;
};

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_ELF_FILE_H_
