#include <dlfcn.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "tools/bind_library/binder.h"
#include "tools/bind_library/folder.h"

namespace rondo::bind_library {
namespace {

namespace fs = std::filesystem;

class BindLibraryTest : public testing::Test {
 protected:
  BindLibraryTest() {
    char name[] = "/tmp/bind_library_test.XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~BindLibraryTest() override { fs::remove_all(folder_); }

  fs::path folder_;
};

ElfFile ReadOrDie(const std::string& path) {
  Result<ElfFile> file = ElfFile::Read(path);
  RONDO_CHECK(file.ok());
  return std::move(file.value());
}

bool IsRelative(const Elf64_Rela& entry) { return ELF64_R_TYPE(entry.r_info) == R_X86_64_RELATIVE; }

size_t CountReferences(const ElfFile& file, std::string_view name) {
  size_t count = 0;
  for (auto table : {file.rela(), file.plt_rela()}) {
    count += std::ranges::count_if(table, [&](const Elf64_Rela& entry) {
      uint64_t symbol = ELF64_R_SYM(entry.r_info);
      return symbol != 0 && file.Name(file.symbols()[symbol]) == name;
    });
  }
  return count;
}

bool HasReferenceLike(const ElfFile& file, std::string_view part) {
  return std::ranges::any_of(file.rela(), [&](const Elf64_Rela& entry) {
    uint64_t symbol = ELF64_R_SYM(entry.r_info);
    return symbol != 0 && file.Name(file.symbols()[symbol]).find(part) != std::string_view::npos;
  });
}

// How the error of binding changed bytes reads.
std::string Refusal(std::vector<char> bytes) {
  Result<ElfFile> file = ElfFile::Parse(std::move(bytes));
  if (!file.ok()) {
    return file.error().code == kUnsupported ? file.error().message : "another error";
  }
  Claims claims;
  Result<Bound> bound = Bind({"library", file.value(), claims});
  if (bound.ok()) return "";
  return bound.error().code == kUnsupported ? bound.error().message : "another error";
}

std::vector<char> BytesOf(const char* path) {
  ElfFile file = ReadOrDie(path);
  return {file.bytes().begin(), file.bytes().end()};
}

class BindFixture : public BindLibraryTest, public testing::WithParamInterface<const char*> {};

TEST_P(BindFixture, ReferencesToItselfBecomeRelative) {
  ElfFile original = ReadOrDie(GetParam());
  for (const char* name : {"fixture_add_one", "fixture_twice", "fixture_counter"}) {
    ASSERT_GT(CountReferences(original, name), 0u) << name;
  }
  Claims claims;
  Result<Bound> bound = Bind({"library", original, claims});
  ASSERT_TRUE(bound.ok()) << bound.error().message;
  const ElfFile& copy = bound.value().file;
  for (const char* name : {"fixture_add_one", "fixture_twice", "fixture_counter"}) {
    EXPECT_EQ(CountReferences(copy, name), 0u) << name;
  }
  EXPECT_EQ(copy.Dynamic(DT_RELACOUNT)->d_un.d_val,
            static_cast<uint64_t>(std::ranges::count_if(copy.rela(), IsRelative)));
  EXPECT_TRUE(std::ranges::is_partitioned(copy.rela(), IsRelative));
  EXPECT_TRUE(std::ranges::none_of(copy.plt_rela(), IsRelative));
}

TEST_P(BindFixture, WhatTheLoaderMustDecideIsKept) {
  ElfFile original = ReadOrDie(GetParam());
  Claims claims;
  Result<Bound> bound = Bind({"library", original, claims});
  ASSERT_TRUE(bound.ok()) << bound.error().message;
  const ElfFile& copy = bound.value().file;
  for (const char* name : {"strlen", "fixture_indirect", "fixture_in_thread", "_Znwm",
                           "shared_between_objects", "_ZTVN10__cxxabiv117__class_type_infoE"}) {
    EXPECT_EQ(CountReferences(copy, name), CountReferences(original, name)) << name;
  }
  EXPECT_GT(CountReferences(copy, "strlen"), 0u);
  EXPECT_GT(CountReferences(copy, "fixture_indirect"), 0u);
  EXPECT_GT(CountReferences(copy, "shared_between_objects"), 0u);
  EXPECT_FALSE(HasReferenceLike(copy, "Square"));  // vtable and virtual functions
}

TEST_P(BindFixture, CopyWorks) {
  fs::path copy = folder_ / "libcopy.so";
  ASSERT_TRUE(BindFile(GetParam(), copy, {}).ok());
  void* library = dlopen(copy.c_str(), RTLD_LAZY | RTLD_LOCAL);
  ASSERT_NE(library, nullptr) << dlerror();
  auto call = [&](const char* name, auto... arguments) {
    return reinterpret_cast<int (*)(decltype(arguments)...)>(dlsym(library, name))(arguments...);
  };
  EXPECT_EQ(call("fixture_twice", 3), 8);
  EXPECT_EQ(call("fixture_by_table", 3), 8);
  EXPECT_EQ(call("fixture_length", static_cast<const char*>("four")), 4);  // lazily, by its stub
  EXPECT_EQ(call("fixture_call_indirect", 1), 101);
  EXPECT_EQ(call("fixture_next_in_thread"), 1);
  EXPECT_EQ(call("fixture_next_in_thread"), 2);
  EXPECT_EQ(call("fixture_sides"), 4);
  auto address = reinterpret_cast<int* (*)()>(dlsym(library, "fixture_counter_address"));
  EXPECT_EQ(address(), dlsym(library, "fixture_counter"));
  EXPECT_EQ(*address(), 7);
  dlclose(library);
}

TEST_P(BindFixture, NameThatAnotherObjectDefinesIsKept) {
  ElfFile original = ReadOrDie(GetParam());
  Claims claims;
  claims.Add("library", original);
  Result<Bound> alone = Bind({"library", original, claims});
  ASSERT_TRUE(alone.ok());
  EXPECT_EQ(CountReferences(alone.value().file, "fixture_contested"), 0u);

  claims.Add("rival", ReadOrDie(BIND_FIXTURE_RIVAL));
  Result<Bound> bound = Bind({"library", original, claims});
  ASSERT_TRUE(bound.ok());
  EXPECT_EQ(CountReferences(bound.value().file, "fixture_contested"),
            CountReferences(original, "fixture_contested"));
}

TEST_P(BindFixture, BindingTwiceChangesNothing) {
  fs::path once = folder_ / "once.so", twice = folder_ / "twice.so";
  ASSERT_TRUE(BindFile(GetParam(), once, {}).ok());
  ASSERT_TRUE(BindFile(once, twice, {}).ok());
  EXPECT_EQ(BytesOf(once.c_str()), BytesOf(twice.c_str()));
}

TEST_P(BindFixture, VerifyNoticesWrongCopies) {
  ElfFile original = ReadOrDie(GetParam());
  Claims claims;
  Library library{"library", original, claims};
  Result<Bound> bound = Bind(library);
  ASSERT_TRUE(bound.ok());
  const ElfFile& good = bound.value().file;
  ASSERT_TRUE(Verify(library, good).ok());

  ElfFile wrong_address = good.Clone();
  wrong_address.rela().front().r_addend += 8;
  EXPECT_FALSE(Verify(library, wrong_address).ok());
  ElfFile wrong_count = good.Clone();
  --wrong_count.Dynamic(DT_RELACOUNT)->d_un.d_val;
  EXPECT_FALSE(Verify(library, wrong_count).ok());
  ElfFile wrong_symbol = good.Clone();
  wrong_symbol.rela().back().r_info += uint64_t{1} << 32;
  EXPECT_FALSE(Verify(library, wrong_symbol).ok());
  ElfFile wrong_table = good.Clone();
  wrong_table.symbols().back().st_value += 1;
  EXPECT_FALSE(Verify(library, wrong_table).ok());
  ElfFile wrong_section = good.Clone();
  wrong_section.SectionAt(good.Dynamic(DT_RELA)->d_un.d_ptr, SHT_RELA)->sh_size -= 24;
  EXPECT_FALSE(Verify(library, wrong_section).ok());
  ElfFile wrong_stub = good.Clone();
  std::swap(wrong_stub.plt_rela()[0], wrong_stub.plt_rela()[1]);
  EXPECT_FALSE(Verify(library, wrong_stub).ok());
  EXPECT_FALSE(Verify(library, original).ok());
}

TEST_P(BindFixture, LazyCopyWorks) {
  fs::path copy = folder_ / "liblazy.so";
  ASSERT_TRUE(BindFile(GetParam(), copy, {}, {Lookup::kLazy}).ok());
  ElfFile file = ReadOrDie(copy.string());
  for (int64_t tag : {int64_t{DT_FLAGS}, int64_t{DT_FLAGS_1}}) {
    const Elf64_Dyn* flags = file.Dynamic(tag);
    uint64_t now = tag == DT_FLAGS ? uint64_t{DF_BIND_NOW} : uint64_t{DF_1_NOW};
    EXPECT_TRUE(!flags || (flags->d_un.d_val & now) == 0);
  }
  for (int mode : {RTLD_LAZY, RTLD_NOW}) {
    void* library = dlopen(copy.c_str(), mode | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << dlerror();
    auto length = reinterpret_cast<int (*)(const char*)>(dlsym(library, "fixture_length"));
    EXPECT_EQ(length("four"), 4);
    EXPECT_EQ(length("fifth"), 5);
    dlclose(library);
  }
}

INSTANTIATE_TEST_SUITE_P(Binding, BindFixture, testing::Values(BIND_FIXTURE_LAZY, BIND_FIXTURE_NOW),
                         [](const auto& info) { return info.index == 0 ? "Lazy" : "Now"; });

TEST_F(BindLibraryTest, LazyCopyOfAnEagerLibraryHasWritableSlots) {
  ElfFile original = ReadOrDie(BIND_FIXTURE_NOW);
  Claims claims;
  Library library{"library", original, claims};
  Result<Bound> eager = Bind(library);
  Result<Bound> lazy = Bind(library, Lookup::kLazy);
  ASSERT_TRUE(eager.ok() && lazy.ok());
  EXPECT_EQ(eager.value().counts.made_lazy, 0u);
  ASSERT_GT(lazy.value().counts.made_lazy, 0u);
  const ElfFile& copy = lazy.value().file;
  EXPECT_FALSE(original.IsVariable(original.Dynamic(DT_PLTGOT)->d_un.d_ptr));
  EXPECT_TRUE(copy.IsVariable(copy.Dynamic(DT_PLTGOT)->d_un.d_ptr));
  for (const Elf64_Rela& entry : copy.plt_rela()) EXPECT_TRUE(copy.IsVariable(entry.r_offset));
  auto table = std::ranges::find_if(copy.symbols(), [&](const Elf64_Sym& symbol) {
    return copy.Name(symbol) == "fixture_constant_table";
  });
  ASSERT_NE(table, copy.symbols().end());
  EXPECT_FALSE(copy.IsVariable(table->st_value));

  ElfFile protected_slots = copy.Clone();
  for (size_t i = 0; i < copy.segments().size(); ++i) {
    protected_slots.segments()[i] = original.segments()[i];
  }
  EXPECT_FALSE(Verify(library, protected_slots).ok());
}

TEST_F(BindLibraryTest, LazyLibraryNeedsNoMore) {
  fs::path as_linked = folder_ / "a.so", lazy = folder_ / "b.so";
  ASSERT_TRUE(BindFile(BIND_FIXTURE_LAZY, as_linked, {}).ok());
  ASSERT_TRUE(BindFile(BIND_FIXTURE_LAZY, lazy, {}, {Lookup::kLazy}).ok());
  EXPECT_EQ(BytesOf(as_linked.c_str()), BytesOf(lazy.c_str()));
}

TEST_F(BindLibraryTest, OtherFilesAreRefused) {
  std::vector<char> bytes = BytesOf(BIND_FIXTURE_LAZY);
  auto changed = [&](auto change) {
    std::vector<char> copy = bytes;
    change(reinterpret_cast<Elf64_Ehdr&>(*copy.data()));
    return Refusal(std::move(copy));
  };
  EXPECT_EQ(Refusal(bytes), "");
  EXPECT_EQ(Refusal({}), "not an ELF file");
  EXPECT_EQ(Refusal({'#', '!', '/'}), "not an ELF file");
  EXPECT_EQ(changed([](Elf64_Ehdr& elf) { elf.e_machine = EM_AARCH64; }),
            "aarch64 is not supported yet, only x86-64");
  EXPECT_EQ(changed([](Elf64_Ehdr& elf) { elf.e_machine = EM_RISCV; }), "only x86-64 is supported");
  EXPECT_EQ(changed([](Elf64_Ehdr& elf) { elf.e_type = ET_EXEC; }),
            "not a shared library or PIE executable");
  EXPECT_EQ(changed([](Elf64_Ehdr& elf) { elf.e_shnum = 0; }), "no section headers");
  EXPECT_EQ(changed([](Elf64_Ehdr& elf) { elf.e_phnum = 0; }), "no program headers");
}

TEST_F(BindLibraryTest, CutFilesAreRefused) {
  std::vector<char> bytes = BytesOf(BIND_FIXTURE_LAZY);
  for (size_t size = 0; size < bytes.size(); size += 97) {
    EXPECT_NE(Refusal({bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(size)}), "") << size;
  }
}

TEST_F(BindLibraryTest, UnknownRelocationIsRefused) {
  ElfFile file = ReadOrDie(BIND_FIXTURE_LAZY);
  file.rela().back().r_info = ELF64_R_INFO(ELF64_R_SYM(file.rela().back().r_info), 200);
  EXPECT_EQ(Refusal({file.bytes().begin(), file.bytes().end()}), "unknown relocation type 200");
}

TEST_F(BindLibraryTest, UnfamiliarStubLeavesThePltAlone) {
  ElfFile file = ReadOrDie(BIND_FIXTURE_LAZY);
  for (const Elf64_Rela& entry : file.plt_rela()) {
    uint64_t none = 0;
    std::memcpy(file.bytes().data() + *file.FileOffset(entry.r_offset, 8), &none, sizeof(none));
  }
  Claims claims;
  Result<Bound> bound = Bind({"library", file, claims});
  ASSERT_TRUE(bound.ok()) << bound.error().message;
  EXPECT_EQ(bound.value().file.plt_rela().size(), file.plt_rela().size());
  EXPECT_EQ(CountReferences(bound.value().file, "fixture_counter"), 0u);
}

// A program with a copy of the library's variable and an operator new of its own.
TEST_F(BindLibraryTest, ProgramRunsOnItsFolder) {
  fs::path libraries = fs::path(BIND_FIXTURE_LAZY).parent_path();
  fs::path output = folder_ / "bound";
  FolderRequest request{BIND_FIXTURE_PROGRAM, libraries, output};
  Result<void> result = BindFolder(request);
  ASSERT_TRUE(result.ok()) << result.error().message;

  fs::path copy = output / fs::path(BIND_FIXTURE_LAZY).filename();
  ASSERT_TRUE(fs::is_regular_file(fs::symlink_status(copy)));
  EXPECT_TRUE(fs::is_symlink(output / fs::path(BIND_FIXTURE_NOW).filename()));
  ElfFile bound = ReadOrDie(copy.string());
  EXPECT_GT(CountReferences(bound, "fixture_counter"), 0u);
  EXPECT_EQ(CountReferences(bound, "fixture_twice"), 0u);
  for (const char* binding : {"", "LD_BIND_NOW=1 "}) {
    std::string command = std::string(binding) + "LD_LIBRARY_PATH=" + output.string() + " " +
                          BIND_FIXTURE_PROGRAM + " >/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
  }

  auto written = fs::last_write_time(copy);
  ASSERT_TRUE(BindFolder(request).ok());
  EXPECT_EQ(fs::last_write_time(copy), written);  // nothing to do
}

}  // namespace
}  // namespace rondo::bind_library
