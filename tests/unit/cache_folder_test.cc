// Files of the compile cache: whole, unharmed and of the right stamp, or not used.
#include "runtime/engine/cache_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

namespace rondo {
namespace {

class CacheFolderTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "rondo-cache-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
    ASSERT_EQ(folder_.Open(root_ + "/a/b", "leaf"), "");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  std::string File(const std::string& name) const { return root_ + "/a/b/leaf/" + name; }
  std::string Bytes(const std::string& name) const {
    std::ifstream in(File(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void SetBytes(const std::string& name, const std::string& bytes) const {
    std::ofstream(File(name), std::ios::binary) << bytes;
  }
  bool Usable(const CacheStamp& stamp) const {
    return folder_.Read("file", stamp).payload.data != nullptr;
  }

  const CacheStamp stamp_{1, 2, 3};
  const std::string payload_ = "code of a module";
  std::span<const uint8_t> Payload() const {
    return {reinterpret_cast<const uint8_t*>(payload_.data()), payload_.size()};
  }
  std::string root_;
  CacheFolder folder_;
};

TEST_F(CacheFolderTest, ReadsWhatWasWritten) {
  EXPECT_FALSE(Usable(stamp_));
  ASSERT_EQ(folder_.Write("file", stamp_, Payload()), "");
  CacheRead read = folder_.Read("file", stamp_);
  ASSERT_TRUE(read.payload.data) << read.reason;
  EXPECT_EQ(std::string(reinterpret_cast<char*>(read.payload.data.get()), read.payload.size),
            payload_);
  EXPECT_FALSE(std::filesystem::exists(File("file.tmp")));
}

TEST_F(CacheFolderTest, RefusesAnotherStamp) {
  ASSERT_EQ(folder_.Write("file", stamp_, Payload()), "");
  EXPECT_FALSE(Usable({0, 2, 3}));
  EXPECT_FALSE(Usable({1, 0, 3}));
  EXPECT_FALSE(Usable({1, 2, 0}));
}

TEST_F(CacheFolderTest, RefusesEveryFlippedBitAndEveryOtherLength) {
  ASSERT_EQ(folder_.Write("file", stamp_, Payload()), "");
  const std::string good = Bytes("file");
  for (size_t bit = 0; bit < 8 * good.size(); ++bit) {
    std::string bad = good;
    bad[bit / 8] ^= static_cast<char>(1 << bit % 8);
    SetBytes("file", bad);
    EXPECT_FALSE(Usable(stamp_)) << "bit " << bit;
  }
  for (size_t size = 0; size < 2 * good.size(); ++size) {
    std::string bad = good;
    bad.resize(size);
    SetBytes("file", bad);
    EXPECT_EQ(Usable(stamp_), size == good.size()) << "size " << size;
  }
}

TEST_F(CacheFolderTest, AnUnreadableFileIsReplaced) {
  std::filesystem::create_symlink("/dev/zero", File("file"));
  EXPECT_FALSE(Usable(stamp_));
  ASSERT_EQ(folder_.Write("file", stamp_, Payload()), "");
  EXPECT_TRUE(Usable(stamp_));
}

TEST_F(CacheFolderTest, AFolderThatOthersMayWriteToIsRefused) {
  std::filesystem::permissions(root_ + "/a/b/leaf", std::filesystem::perms::all);
  CacheFolder other;
  EXPECT_NE(other.Open(root_ + "/a/b", "leaf"), "");
  EXPECT_FALSE(other.is_open());
}

}  // namespace
}  // namespace rondo
