#include "tools/bind_library/versions.h"

namespace rondo::bind_library {
namespace {

// Nullptr when it is not all in the file, or misaligned.
template <class T>
T* At(const ElfFile& file, uint64_t address) {
  std::span<char> bytes = file.At(address, sizeof(T));
  if (bytes.empty() || reinterpret_cast<uintptr_t>(bytes.data()) % alignof(T) != 0) return nullptr;
  return reinterpret_cast<T*>(bytes.data());
}

}  // namespace

Result<std::vector<VersionNeed>> ReadVersionNeeds(const ElfFile& file) {
  std::vector<VersionNeed> needs;
  const Elf64_Dyn* first = file.Dynamic(DT_VERNEED);
  const Elf64_Dyn* count = file.Dynamic(DT_VERNEEDNUM);
  if (!first || !count) return needs;
  uint64_t address = first->d_un.d_ptr;
  for (uint64_t i = 0; i < count->d_un.d_val; ++i) {
    auto* record = At<Elf64_Verneed>(file, address);
    if (!record) return Unsupported("the needed versions lie outside of the file");
    VersionNeed need{address, record, file.String(record->vn_file), {}};
    uint64_t at = address + record->vn_aux;
    for (int version = 0; version < record->vn_cnt; ++version) {
      const auto* entry = At<Elf64_Vernaux>(file, at);
      if (!entry) return Unsupported("a needed version lies outside of the file");
      need.indices.push_back(VersionIndex(entry->vna_other));
      at += entry->vna_next;
    }
    bool last = i + 1 == count->d_un.d_val;
    if (last != (record->vn_next == 0)) return Unsupported("the needed versions are miscounted");
    address += record->vn_next;
    needs.push_back(std::move(need));
  }
  return needs;
}

}  // namespace rondo::bind_library
