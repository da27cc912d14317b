#include "runtime/engine/code_cache.h"

#include <cstring>

#include "runtime/base/check.h"
#include "runtime/engine/builtins.h"

namespace rondo {
namespace {

struct Entry {
  uint32_t offset;
  uint32_t size;
};

size_t HeaderSize(size_t units) { return sizeof(uint32_t) + units * sizeof(Entry); }

Entry EntryAt(std::span<const uint8_t> data, size_t unit) {
  Entry entry;
  std::memcpy(&entry, data.data() + HeaderSize(unit), sizeof entry);
  return entry;
}

}  // namespace

CodeCache::CodeCache(std::span<const uint8_t> data) {
  uint32_t units = 0;
  if (data.size() < HeaderSize(kBuiltinSourceCount)) return;
  std::memcpy(&units, data.data(), sizeof units);
  if (units != kBuiltinSourceCount) return;
  for (size_t i = 0; i < units; ++i) {
    Entry entry = EntryAt(data, i);
    if (entry.offset > data.size() || entry.size > data.size() - entry.offset) return;
  }
  data_ = data;
}

std::span<const uint8_t> CodeCache::Of(size_t unit) const {
  if (data_.empty()) return {};
  RONDO_CHECK(unit < kBuiltinSourceCount);
  Entry entry = EntryAt(data_, unit);
  return data_.subspan(entry.offset, entry.size);
}

std::string CodeCache::Pack(const std::vector<std::string>& codes) {
  RONDO_CHECK(codes.size() == kBuiltinSourceCount);
  std::vector<Entry> entries;
  std::string bodies;
  const size_t header = (HeaderSize(codes.size()) + kAlignment - 1) / kAlignment * kAlignment;
  for (const std::string& code : codes) {
    bodies.resize((bodies.size() + kAlignment - 1) / kAlignment * kAlignment);
    entries.push_back(
        {static_cast<uint32_t>(header + bodies.size()), static_cast<uint32_t>(code.size())});
    bodies += code;
  }
  const uint32_t units = static_cast<uint32_t>(codes.size());
  std::string data(reinterpret_cast<const char*>(&units), sizeof units);
  data.append(reinterpret_cast<const char*>(entries.data()), entries.size() * sizeof(Entry));
  data.resize(header);
  return data + bodies;
}

}  // namespace rondo
