#include "tools/bind_library/claims.h"

namespace rondo::bind_library {

std::vector<std::string> ClaimedNames(const ElfFile& object) {
  std::vector<std::string> names;
  for (const Elf64_Sym& symbol : object.symbols()) {
    int binding = ELF64_ST_BIND(symbol.st_info);
    if (binding == STB_LOCAL) continue;
    bool defined = symbol.st_shndx != SHN_UNDEF;
    bool inline_function = binding == STB_WEAK && ELF64_ST_TYPE(symbol.st_info) == STT_FUNC;
    bool canonical_plt = !defined && symbol.st_value != 0;
    if (canonical_plt || (defined && !inline_function)) names.emplace_back(object.Name(symbol));
  }
  for (const Elf64_Rela& entry : object.rela()) {
    if (ELF64_R_TYPE(entry.r_info) == R_X86_64_COPY) {
      names.emplace_back(object.Name(object.symbols()[ELF64_R_SYM(entry.r_info)]));
    }
  }
  return names;
}

void Claims::Add(std::string_view object, const ElfFile& file) {
  int index = static_cast<int>(objects_.size());
  objects_.emplace_back(object);
  for (std::string& name : ClaimedNames(file)) {
    auto [entry, fresh] = owner_.try_emplace(std::move(name), index);
    if (!fresh && entry->second != index) entry->second = kSeveral;
  }
}

bool Claims::ByOthers(std::string_view object, std::string_view name) const {
  auto entry = owner_.find(std::string(name));
  if (entry == owner_.end()) return false;
  return entry->second == kSeveral || objects_[static_cast<size_t>(entry->second)] != object;
}

}  // namespace rondo::bind_library
