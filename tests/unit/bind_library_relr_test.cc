// bind_library --relr: relative relocations as DT_RELR.
#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tools/bind_library/folder.h"
#include "tools/bind_library/relr.h"
#include "tools/bind_library/versions.h"

namespace rondo::bind_library {
namespace {

namespace fs = std::filesystem;

ElfFile ReadOrDie(const std::string& path) {
  Result<ElfFile> file = ElfFile::Read(path);
  RONDO_CHECK(file.ok());
  return std::move(file.value());
}

ElfFile PackOrDie(const ElfFile& file) {
  Result<std::optional<ElfFile>> packed = PackRelative(file);
  RONDO_CHECK(packed.ok() && packed.value());
  return std::move(*packed.value());
}

TEST(RelrTest, TableIsAsTheStandardHasIt) {
  std::vector<uint64_t> run;
  for (uint64_t i = 0; i < 64; ++i) run.push_back(0x1000 + 8 * i);
  EXPECT_EQ(EncodeRelr(run), (std::vector<uint64_t>{0x1000, ~uint64_t{0}}));
  run.push_back(0x1000 + 8 * 64);
  EXPECT_EQ(EncodeRelr(run), (std::vector<uint64_t>{0x1000, ~uint64_t{0}, 3}));
  std::vector<uint64_t> far{0x1000, 0x1010, 0x8000};
  EXPECT_EQ(EncodeRelr(far), (std::vector<uint64_t>{0x1000, 5, 0x8000}));
  EXPECT_TRUE(EncodeRelr({}).empty());
}

TEST(RelrTest, DecodingGivesTheAddressesBack) {
  uint64_t state = 1;
  for (int round = 0; round < 200; ++round) {
    std::vector<uint64_t> addresses;
    uint64_t address = 0x2000;
    for (int i = 0; i < round; ++i) {
      state = state * 6364136223846793005 + 1442695040888963407;
      address += 8 * (1 + (state >> 60) * (state >> 57 & 1) * (state >> 50 & 15));
      addresses.push_back(address);
    }
    EXPECT_EQ(DecodeRelr(EncodeRelr(addresses)), addresses);
  }
}

TEST(RelrTest, LibraryAsksForTheVersion) {
  ElfFile original = ReadOrDie(BIND_FIXTURE_PACKED);
  ElfFile copy = PackOrDie(original);
  EXPECT_EQ(copy.Dynamic(DT_RELACOUNT), nullptr);
  EXPECT_LT(copy.Dynamic(DT_RELRSZ)->d_un.d_val, 40u * 8);
  EXPECT_LT(copy.rela().size(), 20u);
  EXPECT_TRUE(std::ranges::any_of(copy.rela(), [](const Elf64_Rela& entry) {
    return ELF64_R_TYPE(entry.r_info) == R_X86_64_RELATIVE && entry.r_offset % 8 != 0;
  }));
  Result<std::vector<VersionNeed>> before = ReadVersionNeeds(original);
  Result<std::vector<VersionNeed>> after = ReadVersionNeeds(copy);
  ASSERT_TRUE(before.ok() && after.ok());
  ASSERT_EQ(before.value().size(), after.value().size());
  bool has_libc = false;
  for (size_t i = 0; i < before.value().size(); ++i) {
    bool is_libc = before.value()[i].library == "libc.so.6";
    has_libc |= is_libc;
    EXPECT_EQ(after.value()[i].indices.size(), before.value()[i].indices.size() + is_libc);
  }
  EXPECT_TRUE(has_libc);
}

TEST(RelrTest, CopyWorks) {
  Dl_info own;  // the C library of this process
  ASSERT_NE(dladdr(reinterpret_cast<void*>(&gnu_get_libc_version), &own), 0);
  std::ifstream libc(own.dli_fname, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(libc), {});
  if (bytes.find(kRelrVersion) == bytes.npos) GTEST_SKIP() << "an old C library";
  char name[] = "/tmp/bind_library_test.XXXXXX";
  fs::path folder = mkdtemp(name);
  fs::path path = folder / "libpacked.so";
  Options options;
  options.relr = true;
  Result<void> done = BindFile(BIND_FIXTURE_PACKED, path, {}, options);
  ASSERT_TRUE(done.ok()) << done.error().message;
  ASSERT_NE(ReadOrDie(path.string()).Dynamic(DT_RELR), nullptr);
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  ASSERT_NE(library, nullptr) << dlerror();
  EXPECT_EQ(reinterpret_cast<int (*)()>(dlsym(library, "fixture_packed_wrong"))(), 0);
  EXPECT_EQ(*static_cast<int**>(dlsym(library, "fixture_packed_far")),
            dlsym(library, "fixture_packed_first"));
  dlclose(library);
  fs::remove_all(folder);
}

TEST(RelrTest, FolderIsNotPackedForAnotherLoader) {
  char name[] = "/tmp/bind_library_test.XXXXXX";
  fs::path folder = mkdtemp(name);
  fs::path libraries = folder / "libraries", output = folder / "bound";
  fs::create_directories(libraries);
  fs::copy_file(BIND_FIXTURE_PACKED, libraries / fs::path(BIND_FIXTURE_PACKED).filename());
  Options options;
  options.relr = true;  // no C library in the folder that would say that it knows it
  ASSERT_TRUE(BindFolder({BIND_FIXTURE_PACKED_PROGRAM, libraries, output, options}).ok());
  ElfFile copy = ReadOrDie((output / fs::path(BIND_FIXTURE_PACKED).filename()).string());
  EXPECT_EQ(copy.Dynamic(DT_RELR), nullptr);
  fs::remove_all(folder);
}

TEST(RelrTest, FewRelocationsOrATableStayAsTheyAre) {
  Result<std::optional<ElfFile>> few = PackRelative(ReadOrDie(BIND_FIXTURE_LAZY));
  ASSERT_TRUE(few.ok());
  EXPECT_FALSE(few.value());
  Result<std::optional<ElfFile>> again = PackRelative(PackOrDie(ReadOrDie(BIND_FIXTURE_PACKED)));
  ASSERT_TRUE(again.ok());
  EXPECT_FALSE(again.value());
}

TEST(RelrTest, VerifyNoticesWrongCopies) {
  ElfFile original = ReadOrDie(BIND_FIXTURE_PACKED);
  ElfFile good = PackOrDie(original);
  EXPECT_TRUE(VerifyPacked(original, good).ok());
  EXPECT_FALSE(VerifyPacked(original, original).ok());
  auto expect_noticed = [&](const char* what, auto change) {
    ElfFile wrong = good.Clone();
    change(wrong);
    Result<ElfFile> reread = ElfFile::Parse({wrong.bytes().begin(), wrong.bytes().end()});
    EXPECT_FALSE(reread.ok() && VerifyPacked(original, reread.value()).ok()) << what;
  };
  auto table = [](ElfFile& file) {
    return file.At(file.Dynamic(DT_RELR)->d_un.d_ptr, file.Dynamic(DT_RELRSZ)->d_un.d_val);
  };
  expect_noticed("bit", [&](ElfFile& file) { table(file)[9] ^= 4; });
  expect_noticed("size", [](ElfFile& file) { file.Dynamic(DT_RELRSZ)->d_un.d_val -= 8; });
  expect_noticed("addend", [&](ElfFile& file) {
    uint64_t address;
    std::memcpy(&address, table(file).data(), sizeof(address));
    ++file.At(address, 1)[0];
  });
  expect_noticed("kept", [](ElfFile& file) { file.rela().back().r_addend += 1; });
  expect_noticed("start", [](ElfFile& file) { file.Dynamic(DT_RELA)->d_un.d_ptr -= 24; });
  expect_noticed("symbol", [](ElfFile& file) { file.symbols().back().st_value += 1; });
  expect_noticed("name of the version", [](ElfFile& file) {
    uint64_t end = file.Dynamic(DT_STRTAB)->d_un.d_ptr + file.Dynamic(DT_STRSZ)->d_un.d_val;
    file.At(end - 2, 1)[0] = 'X';
  });
}

}  // namespace
}  // namespace rondo::bind_library
