#include "tools/bind_library/lazy.h"

#include <algorithm>

#include "tools/bind_library/plt.h"

namespace rondo::bind_library {
namespace {

constexpr uint64_t kPageSize = 4096;
constexpr size_t kWordsOfTheLoader = 3;  // at DT_PLTGOT

Elf64_Phdr* Protected(const ElfFile& file) {
  for (Elf64_Phdr& segment : file.segments()) {
    if (segment.p_type == PT_GNU_RELRO) return &segment;
  }
  return nullptr;
}

uint64_t Value(const Elf64_Dyn* entry) { return entry ? entry->d_un.d_val : 0; }

bool IsEager(const ElfFile& file) {
  return file.Dynamic(DT_BIND_NOW) || (Value(file.Dynamic(DT_FLAGS)) & DF_BIND_NOW) != 0 ||
         (Value(file.Dynamic(DT_FLAGS_1)) & DF_1_NOW) != 0;
}

// Every remaining slot goes through the loader, and the loader's words are free for it.
bool HasLazyPlt(const ElfFile& file) {
  const Elf64_Dyn* got = file.Dynamic(DT_PLTGOT);
  if (!got || file.plt_rela().empty()) return false;
  for (size_t i = 0; i < file.plt_rela().size(); ++i) {
    std::optional<PltStub> stub = FindPltStub(file, file.plt_rela()[i], i);
    if (!stub || !CallsTheLoader(file, *stub)) return false;
  }
  auto writes_loader_words = [&](const Elf64_Rela& entry) {
    return entry.r_offset - got->d_un.d_ptr < kWordsOfTheLoader * sizeof(uint64_t);
  };
  return std::ranges::none_of(file.rela(), writes_loader_words) &&
         std::ranges::none_of(file.plt_rela(), writes_loader_words);
}

// The first address that has to be writable when functions are resolved.
uint64_t FirstWritten(const ElfFile& file) {
  uint64_t first = file.Dynamic(DT_PLTGOT)->d_un.d_ptr;
  for (const Elf64_Rela& entry : file.plt_rela()) first = std::min(first, entry.r_offset);
  return first;
}

}  // namespace

bool BindLazily(ElfFile& file) {
  if (!IsEager(file) || !HasLazyPlt(file)) return false;
  if (file.Dynamic(DT_BIND_NOW) && file.Dynamic(DT_FLAGS)) return false;
  uint64_t end = FirstWritten(file) / kPageSize * kPageSize;
  if (Elf64_Phdr* segment = Protected(file)) {
    if (end < segment->p_vaddr) return false;
    segment->p_memsz = std::min(segment->p_memsz, end - segment->p_vaddr);
    segment->p_filesz = std::min(segment->p_filesz, segment->p_memsz);
  }
  // An entry cannot be taken out without moving all that follow; empty flags say nothing.
  if (Elf64_Dyn* now = file.Dynamic(DT_BIND_NOW)) *now = {DT_FLAGS, {0}};
  if (Elf64_Dyn* flags = file.Dynamic(DT_FLAGS)) flags->d_un.d_val &= ~uint64_t{DF_BIND_NOW};
  if (Elf64_Dyn* flags = file.Dynamic(DT_FLAGS_1)) flags->d_un.d_val &= ~uint64_t{DF_1_NOW};
  return true;
}

Result<void> VerifyLazy(const ElfFile& original, const ElfFile& copy) {
  auto wrong = [](const char* what) { return Error::Plain("ERR_VERIFY", what); };
  uint64_t flags = Value(original.Dynamic(DT_FLAGS)) ^ Value(copy.Dynamic(DT_FLAGS));
  uint64_t flags_1 = Value(original.Dynamic(DT_FLAGS_1)) ^ Value(copy.Dynamic(DT_FLAGS_1));
  const Elf64_Phdr* before = Protected(original);
  const Elf64_Phdr* after = Protected(copy);
  if (!before != !after) return wrong("the read-only segment is gone");
  bool shorter = before && before->p_memsz != after->p_memsz;
  if (flags == 0 && flags_1 == 0 && IsEager(original) == IsEager(copy) && !shorter) return Ok{};

  if ((flags & ~uint64_t{DF_BIND_NOW}) != 0 || (flags_1 & ~uint64_t{DF_1_NOW}) != 0) {
    return wrong("the copy's flags differ in more than the time of binding");
  }
  if (IsEager(copy) || !HasLazyPlt(copy)) return wrong("the copy is not bound lazily");
  if (before && (after->p_memsz > before->p_memsz || after->p_filesz > after->p_memsz ||
                 after->p_vaddr + after->p_memsz > FirstWritten(copy))) {
    return wrong("slots that are filled lazily are in the read-only segment");
  }
  return Ok{};
}

}  // namespace rondo::bind_library
