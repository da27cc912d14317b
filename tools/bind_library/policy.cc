#include "tools/bind_library/policy.h"

namespace rondo::bind_library {
namespace {

// [replacement.functions]: a program may define its own, also after the library was built.
bool IsReplaceable(std::string_view name) {
  return name.starts_with("_Znw") || name.starts_with("_Zna") || name.starts_with("_Zdl") ||
         name.starts_with("_Zda");
}

bool IsOwnDefinition(const ElfFile& file, const Elf64_Sym& symbol) {
  if (symbol.st_shndx == SHN_UNDEF || symbol.st_shndx >= SHN_LORESERVE) return false;
  int type = ELF64_ST_TYPE(symbol.st_info);
  if (type != STT_FUNC && type != STT_OBJECT && type != STT_NOTYPE) return false;
  int binding = ELF64_ST_BIND(symbol.st_info);
  if (binding == STB_GLOBAL) return true;
  if (binding != STB_WEAK && binding != STB_GNU_UNIQUE) return false;
  return type == STT_FUNC || !file.IsVariable(symbol.st_value);
}

}  // namespace

bool IsKnown(const Elf64_Rela& entry) {
  switch (ELF64_R_TYPE(entry.r_info)) {
    case R_X86_64_NONE:
    case R_X86_64_64:
    case R_X86_64_GLOB_DAT:
    case R_X86_64_JUMP_SLOT:
    case R_X86_64_RELATIVE:
    case R_X86_64_IRELATIVE:
    case R_X86_64_DTPMOD64:
    case R_X86_64_DTPOFF64:
    case R_X86_64_TPOFF64:
    case R_X86_64_TLSDESC:
    case R_X86_64_COPY:
      return true;
    default:
      return false;
  }
}

std::optional<uint64_t> BoundAddress(const Library& library, const Elf64_Rela& entry) {
  uint64_t type = ELF64_R_TYPE(entry.r_info);
  if (type != R_X86_64_64 && type != R_X86_64_GLOB_DAT && type != R_X86_64_JUMP_SLOT) return {};
  if (type != R_X86_64_64 && entry.r_addend != 0) return {};

  const Elf64_Sym& symbol = library.file.symbols()[ELF64_R_SYM(entry.r_info)];
  if (!IsOwnDefinition(library.file, symbol)) return {};
  std::string_view name = library.file.Name(symbol);
  if (name.empty() || IsReplaceable(name) || library.claims.ByOthers(library.name, name)) return {};
  return symbol.st_value + static_cast<uint64_t>(entry.r_addend);
}

}  // namespace rondo::bind_library
