#include "tools/bind_library/plt.h"

#include <cstring>
#include <string_view>

namespace rondo::bind_library {
namespace {

constexpr std::string_view kEndBr64{"\xf3\x0f\x1e\xfa", 4};  // with -z ibt the push comes after it
constexpr char kPushImm32 = '\x68';
constexpr std::string_view kJump{"\xe9", 1};
constexpr std::string_view kPushMemory{"\xff\x35", 2};
constexpr std::string_view kJumpMemory{"\xff\x25", 2};

// The address to which an instruction, an opcode with a 32-bit displacement, refers. Nothing when
// another opcode stands there.
std::optional<uint64_t> Target(const ElfFile& file, uint64_t address, std::string_view opcode) {
  uint64_t size = opcode.size() + sizeof(int32_t);
  std::optional<uint64_t> offset = file.FileOffset(address, size);
  if (!offset) return {};
  const char* code = file.bytes().data() + *offset;
  if (std::string_view(code, opcode.size()) != opcode) return {};
  int32_t displacement;
  std::memcpy(&displacement, code + opcode.size(), sizeof(displacement));
  return address + size + static_cast<uint64_t>(int64_t{displacement});
}

}  // namespace

std::optional<PltStub> FindPltStub(const ElfFile& file, const Elf64_Rela& entry, uint64_t index) {
  if (ELF64_R_TYPE(entry.r_info) != R_X86_64_JUMP_SLOT) return {};
  std::span<const char> bytes = file.bytes();
  std::optional<uint64_t> slot = file.FileOffset(entry.r_offset, sizeof(uint64_t));
  if (!slot) return {};
  uint64_t address;
  std::memcpy(&address, bytes.data() + *slot, sizeof(address));

  constexpr uint64_t kLongest = kEndBr64.size() + 1 + sizeof(uint32_t);
  std::optional<uint64_t> code = file.FileOffset(address, kLongest);
  if (!code) return {};
  if (std::string_view(bytes.data() + *code, kEndBr64.size()) == kEndBr64) {
    *code += kEndBr64.size();
    address += kEndBr64.size();
  }
  if (bytes[*code] != kPushImm32) return {};
  uint32_t pushed;
  std::memcpy(&pushed, bytes.data() + *code + 1, sizeof(pushed));
  if (pushed != index) return {};
  return PltStub{*code + 1, address + 1 + sizeof(pushed)};
}

bool CallsTheLoader(const ElfFile& file, const PltStub& stub) {
  const Elf64_Dyn* got = file.Dynamic(DT_PLTGOT);
  std::optional<uint64_t> first = Target(file, stub.jump_address, kJump);
  if (!got || !first) return false;
  uint64_t second = *first + kPushMemory.size() + sizeof(int32_t);
  return Target(file, *first, kPushMemory) == got->d_un.d_ptr + sizeof(uint64_t) &&
         Target(file, second, kJumpMemory) == got->d_un.d_ptr + 2 * sizeof(uint64_t);
}

void SetPltIndex(ElfFile& file, const PltStub& stub, uint64_t index) {
  uint32_t pushed = static_cast<uint32_t>(index);
  std::memcpy(file.bytes().data() + stub.index_offset, &pushed, sizeof(pushed));
}

}  // namespace rondo::bind_library
