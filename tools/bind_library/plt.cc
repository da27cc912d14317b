#include "tools/bind_library/plt.h"

#include <cstring>
#include <string_view>

namespace rondo::bind_library {
namespace {

constexpr std::string_view kEndBr64{"\xf3\x0f\x1e\xfa", 4};  // with -z ibt the push comes after it
constexpr char kPushImm32 = '\x68';

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
  if (std::string_view(bytes.data() + *code, kEndBr64.size()) == kEndBr64) *code += kEndBr64.size();
  if (bytes[*code] != kPushImm32) return {};
  uint32_t pushed;
  std::memcpy(&pushed, bytes.data() + *code + 1, sizeof(pushed));
  if (pushed != index) return {};
  return PltStub{*code + 1};
}

void SetPltIndex(ElfFile& file, const PltStub& stub, uint64_t index) {
  uint32_t pushed = static_cast<uint32_t>(index);
  std::memcpy(file.bytes().data() + stub.index_offset, &pushed, sizeof(pushed));
}

}  // namespace rondo::bind_library
