#include "runtime/engine/code_cache.h"

#include <gtest/gtest.h>

#include <string_view>

#include "runtime/engine/builtins.h"
#include "runtime/snapshot_data.h"

namespace rondo {
namespace {

std::span<const uint8_t> Bytes(const std::string& data) {
  return {reinterpret_cast<const uint8_t*>(data.data()), data.size()};
}

std::vector<std::string> SomeCodes() {
  std::vector<std::string> codes(kBuiltinSourceCount);
  codes[1] = "one";
  codes[2] = std::string(1000, '2');
  codes.back() = "last";
  return codes;
}

TEST(CodeCacheTest, GivesBackWhatWasPacked) {
  const std::vector<std::string> codes = SomeCodes();
  const std::string data = CodeCache::Pack(codes);
  const CodeCache cache(Bytes(data));
  for (size_t i = 0; i < codes.size(); ++i) {
    std::span<const uint8_t> code = cache.Of(i);
    EXPECT_EQ(std::string(code.begin(), code.end()), codes[i]) << i;
    if (!code.empty()) {
      EXPECT_EQ((code.data() - Bytes(data).data()) % CodeCache::kAlignment, 0u) << i;
    }
  }
}

TEST(CodeCacheTest, NothingHasCodeByDefault) {
  for (size_t i = 0; i < kBuiltinSourceCount; ++i) EXPECT_TRUE(CodeCache().Of(i).empty());
}

TEST(CodeCacheTest, DataThatIsCutShortHasNoCode) {
  const std::string data = CodeCache::Pack(SomeCodes());
  for (size_t size : {size_t{0}, size_t{3}, size_t{40}, data.size() - 1}) {
    const std::string cut = data.substr(0, size);
    EXPECT_TRUE(CodeCache(Bytes(cut)).Of(1).empty()) << size;
  }
}

TEST(CodeCacheTest, DataForAnotherNumberOfUnitsHasNoCode) {
  std::string data = CodeCache::Pack(SomeCodes());
  ++data[0];
  EXPECT_TRUE(CodeCache(Bytes(data)).Of(1).empty());
}

TEST(CodeCacheTest, EveryLazyUnitHasCode) {
  if (!EmbeddedSnapshot()) GTEST_SKIP() << "built without a snapshot";
  const CodeCache cache = EmbeddedCodeCache();
  for (size_t i = 0; i < kBuiltinSourceCount; ++i) {
    const std::string_view id = kBuiltinSources[i].id;
    EXPECT_EQ(cache.Of(i).empty(), id == "internal/core") << id;
    EXPECT_EQ(reinterpret_cast<uintptr_t>(cache.Of(i).data()) % CodeCache::kAlignment, 0u) << id;
  }
}

}  // namespace
}  // namespace rondo
