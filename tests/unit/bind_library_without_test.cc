// bind_library --without: libraries that a library no longer loads.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tools/bind_library/folder.h"
#include "tools/bind_library/versions.h"

namespace rondo::bind_library {
namespace {

namespace fs = std::filesystem;

std::string FileName(const char* path) { return fs::path(path).filename().string(); }

ElfFile ReadOrDie(const std::string& path) {
  Result<ElfFile> file = ElfFile::Read(path);
  RONDO_CHECK(file.ok());
  return std::move(file.value());
}

const std::string kAbsent = FileName(BIND_FIXTURE_ABSENT);
const std::string kVersioned = FileName(BIND_FIXTURE_VERSIONED);

// All that the fixture can do without.
Absent AllAbsent() {
  return {{kAbsent, kVersioned}, {"fixture_absent", "fixture_versioned", "fixture_versioned_data"}};
}

std::vector<std::string> NeededVersionsOf(const ElfFile& file) {
  Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(file);
  RONDO_CHECK(needs.ok());
  std::vector<std::string> names;
  for (const VersionNeed& need : needs.value()) names.emplace_back(need.library);
  return names;
}

// Everything that the file asks of a version of this library.
Absent AbsentWithVersionsOf(const ElfFile& file, const std::string& library) {
  Absent absent{{library}, {}};
  Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(file);
  RONDO_CHECK(needs.ok());
  for (const VersionNeed& need : needs.value()) {
    if (need.library != library) continue;
    for (size_t i = 0; i < file.symbols().size(); ++i) {
      Elf64_Half version = VersionIndex(file.symbol_versions()[i]);
      if (std::ranges::find(need.indices, version) != need.indices.end()) {
        absent.symbols.emplace(file.Name(file.symbols()[i]));
      }
    }
  }
  return absent;
}

class WithoutTest : public testing::TestWithParam<const char*> {
 protected:
  WithoutTest() {
    char name[] = "/tmp/bind_library_test.XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~WithoutTest() override { fs::remove_all(folder_); }

  // A folder with the user's library and those that it was linked to, under one name for both
  // ways of binding.
  fs::path Libraries() {
    fs::path libraries = folder_ / "libraries";
    fs::create_directories(libraries);
    fs::copy_file(GetParam(), libraries / FileName(BIND_FIXTURE_USER_LAZY));
    for (const char* path : {BIND_FIXTURE_ABSENT, BIND_FIXTURE_VERSIONED}) {
      fs::copy_file(path, libraries / FileName(path));
    }
    return libraries;
  }

  static int Run(const fs::path& libraries, const std::string& variables, const char* argument) {
    return std::system((variables + " LD_LIBRARY_PATH=" + libraries.string() + " " +
                        BIND_FIXTURE_USER_PROGRAM + " " + argument)
                           .c_str());
  }

  fs::path folder_;
};

// The program finds the user's library by this name, whichever it is a copy of.
const Without kWithout{"libbind_fixture_user_lazy",
                       {"libbind_fixture_absent", "libbind_fixture_versioned"}};

TEST_P(WithoutTest, ProgramRunsWithoutTheLibraries) {
  fs::path libraries = Libraries();
  ASSERT_EQ(Run(libraries, "", "with"), 0);
  for (Lookup lookup : {Lookup::kAsLinked, Lookup::kLazy}) {
    fs::path output = folder_ / (lookup == Lookup::kLazy ? "lazy" : "as-linked");
    Result<void> result =
        BindFolder({BIND_FIXTURE_USER_PROGRAM, libraries, output, {lookup, {kWithout}}});
    ASSERT_TRUE(result.ok()) << result.error().message;
    EXPECT_EQ(Run(output, "", "without"), 0);
    EXPECT_EQ(Run(output, "LD_BIND_NOW=1", "without"), 0);
    EXPECT_TRUE(fs::is_symlink(output / kAbsent));  // for who opens it later
  }
}

TEST_P(WithoutTest, OptionsAreWhatTheFolderDependsOn) {
  fs::path libraries = Libraries(), output = folder_ / "bound";
  ASSERT_TRUE(BindFolder({BIND_FIXTURE_USER_PROGRAM, libraries, output, {}}).ok());
  EXPECT_EQ(Run(output, "", "with"), 0);
  FolderRequest request{BIND_FIXTURE_USER_PROGRAM, libraries, output, {{}, {kWithout}}};
  ASSERT_TRUE(BindFolder(request).ok());
  EXPECT_EQ(Run(output, "", "without"), 0);

  fs::path copy = output / FileName(BIND_FIXTURE_USER_LAZY), stamp = output / ".bound";
  auto written = fs::last_write_time(copy);
  fs::last_write_time(stamp, written - std::chrono::hours(1));
  ASSERT_TRUE(BindFolder(request).ok());
  EXPECT_EQ(fs::last_write_time(copy), written);   // nothing to do,
  EXPECT_GE(fs::last_write_time(stamp), written);  // and a build tool sees that it was done

  fs::remove(stamp);  // as after a run that was stopped
  fs::remove(copy);
  ASSERT_TRUE(BindFolder(request).ok());
  EXPECT_EQ(Run(output, "", "without"), 0);
}

TEST_P(WithoutTest, OneFileIsWritten) {
  fs::path libraries = Libraries();
  fs::path input = libraries / FileName(BIND_FIXTURE_USER_LAZY);
  fs::path output = folder_ / "copy" / input.filename();
  fs::create_directories(output.parent_path());
  Result<void> result =
      BindFile(input, output, {BIND_FIXTURE_ABSENT, BIND_FIXTURE_VERSIONED}, {{}, {kWithout}});
  ASSERT_TRUE(result.ok()) << result.error().message;
  EXPECT_EQ(Run(output.parent_path(), "", "without"), 0);

  // What a library defines is known only when it is there to be read.
  ASSERT_TRUE(BindFile(input, output, {BIND_FIXTURE_ABSENT}, {{}, {kWithout}}).ok());
  std::vector<std::string> needed = ReadOrDie(output.string()).Needed();
  EXPECT_EQ(std::ranges::count(needed, kAbsent), 0);
  EXPECT_EQ(std::ranges::count(needed, kVersioned), 1);

  Result<void> other = BindFile(input, output, {}, {{}, {{"libother", {"libz"}}}});
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.error().message, "--without names libother, not libbind_fixture_user_lazy.so");
}

TEST_P(WithoutTest, VersionsThatAreAskedForGoInAnyOrder) {
  ElfFile original = ReadOrDie(GetParam());
  std::vector<std::string> needed = NeededVersionsOf(original);
  ASSERT_GE(needed.size(), 2u);
  ASSERT_NE(std::ranges::find(needed, kVersioned), needed.end());
  for (const std::string& library : needed) {  // the first and the last among them
    Absent absent = AbsentWithVersionsOf(original, library);
    Result<ElfFile> copy = LeaveOut(original, absent);
    ASSERT_TRUE(copy.ok()) << copy.error().message;
    std::vector<std::string> rest = needed;
    std::erase(rest, library);
    EXPECT_EQ(NeededVersionsOf(copy.value()), rest);
    EXPECT_EQ(copy.value().Dynamic(DT_VERNEEDNUM)->d_un.d_val, rest.size());
    for (size_t i = 0; i < original.symbols().size(); ++i) {
      bool is_absent = absent.symbols.contains(original.Name(original.symbols()[i]));
      EXPECT_EQ(copy.value().symbol_versions()[i],
                is_absent ? VER_NDX_GLOBAL : original.symbol_versions()[i]);
    }
  }
}

TEST_P(WithoutTest, LastVersionTakesTheTablesWithIt) {
  ElfFile original = ReadOrDie(GetParam());
  Absent absent;
  for (const std::string& library : NeededVersionsOf(original)) {
    Absent more = AbsentWithVersionsOf(original, library);
    absent.libraries.merge(more.libraries);
    absent.symbols.merge(more.symbols);
  }
  Result<ElfFile> copy = LeaveOut(original, absent);
  ASSERT_TRUE(copy.ok()) << copy.error().message;
  for (int64_t tag : {DT_VERNEED, DT_VERNEEDNUM, DT_VERSYM}) {
    EXPECT_EQ(copy.value().Dynamic(tag), nullptr);
  }
}

TEST_P(WithoutTest, LibraryStaysWhereItIsMissed) {
  ElfFile user = ReadOrDie(GetParam());
  ElfFile other = ReadOrDie(BIND_FIXTURE_USER_NOW);
  ElfFile absent = ReadOrDie(BIND_FIXTURE_ABSENT), versioned = ReadOrDie(BIND_FIXTURE_VERSIONED);
  Objects objects{{"user", &user}, {kAbsent, &absent}, {kVersioned, &versioned}};
  Without without{"user", {kAbsent, "libbind_fixture_versioned", "libz"}};

  Plan all = PlanWithout(objects, {"user"}, "user", without);
  EXPECT_EQ(all.absent.libraries, AllAbsent().libraries);
  EXPECT_EQ(all.absent.symbols, AllAbsent().symbols);
  EXPECT_EQ(all.notes, std::vector<std::string>{"user does not need libz"});

  without.names.pop_back();
  objects.emplace("other", &other);
  Plan none = PlanWithout(objects, {"user", "other"}, "user", without);
  EXPECT_TRUE(none.absent.libraries.empty());
  ASSERT_EQ(none.notes.size(), 2u);
  EXPECT_EQ(none.notes[0], "user still loads " + kAbsent + ": other needs it too");

  // Refers to the function, and relies on others to load its library.
  Result<ElfFile> underlinked = LeaveOut(other, {{kAbsent}, {}});
  ASSERT_TRUE(underlinked.ok()) << underlinked.error().message;
  objects["other"] = &underlinked.value();
  Plan one = PlanWithout(objects, {"user", "other"}, "user", {"user", {kAbsent}});
  EXPECT_TRUE(one.absent.libraries.empty());
  EXPECT_EQ(one.notes, std::vector<std::string>{"user still loads " + kAbsent +
                                                ": other refers to its fixture_absent"});

  objects.erase(kAbsent);
  Plan unread = PlanWithout(objects, {"user"}, "user", {"user", {kAbsent}});
  EXPECT_TRUE(unread.absent.libraries.empty());
  EXPECT_EQ(unread.notes, std::vector<std::string>{"user still loads " + kAbsent +
                                                   ": it is not among the files given"});
}

TEST_P(WithoutTest, SymbolThatStaysMustNotAskForAVersion) {
  ElfFile original = ReadOrDie(GetParam());
  Result<ElfFile> copy = LeaveOut(original, {{kVersioned}, {"fixture_versioned"}});
  ASSERT_FALSE(copy.ok());
  EXPECT_EQ(copy.error().message, "fixture_versioned_data is of a version of an absent library");
}

TEST_P(WithoutTest, VerifyNoticesWrongCopies) {
  ElfFile original = ReadOrDie(GetParam());
  Absent absent = AllAbsent();
  Result<ElfFile> result = LeaveOut(original, absent);
  ASSERT_TRUE(result.ok()) << result.error().message;
  const ElfFile& good = result.value();
  EXPECT_FALSE(VerifyLeftOut(original, original, absent).ok());
  EXPECT_FALSE(VerifyLeftOut(original, good, {absent.libraries, {"fixture_absent"}}).ok());

  auto expect_noticed = [&](const char* what, auto change) {
    ElfFile wrong = good.Clone();
    change(wrong);
    Result<ElfFile> reread = ElfFile::Parse({wrong.bytes().begin(), wrong.bytes().end()});
    EXPECT_FALSE(reread.ok() && VerifyLeftOut(original, reread.value(), absent).ok()) << what;
  };
  auto index_of = [&](std::string_view name) {
    auto symbol = std::ranges::find_if(
        good.symbols(), [&](const Elf64_Sym& one) { return good.Name(one) == name; });
    return static_cast<size_t>(symbol - good.symbols().begin());
  };
  size_t gone = index_of("fixture_versioned"), kept = index_of("fixture_user_asks");
  expect_noticed("binding", [&](ElfFile& file) {
    file.symbols()[gone].st_info = ELF64_ST_INFO(STB_GLOBAL, STT_NOTYPE);
  });
  expect_noticed("value", [&](ElfFile& file) { file.symbols()[kept].st_value += 1; });
  expect_noticed("version", [&](ElfFile& file) { file.symbol_versions()[gone] = 2; });
  expect_noticed("count", [](ElfFile& file) { --file.Dynamic(DT_VERNEEDNUM)->d_un.d_val; });
  expect_noticed("entry", [](ElfFile& file) { file.Dynamic(DT_NEEDED)->d_un.d_val += 1; });
  expect_noticed("order",
                 [](ElfFile& file) { std::swap(file.dynamic().front(), file.dynamic().back()); });
  expect_noticed("section", [](ElfFile& file) {
    file.SectionAt(file.Dynamic(DT_VERNEED)->d_un.d_ptr, SHT_GNU_verneed)->sh_info += 1;
  });
  expect_noticed("code", [](ElfFile& file) { ++*file.At(file.header().e_entry + 64, 1).data(); });
}

INSTANTIATE_TEST_SUITE_P(Binding, WithoutTest,
                         testing::Values(BIND_FIXTURE_USER_LAZY, BIND_FIXTURE_USER_NOW),
                         [](const auto& info) { return info.index == 0 ? "Lazy" : "Now"; });

TEST(WithoutOptionTest, IsALibraryAndNames) {
  Result<Without> without = ParseWithout("libnode:libssl,libz.so.1");
  ASSERT_TRUE(without.ok());
  EXPECT_EQ(without.value().library, "libnode");
  EXPECT_EQ(without.value().names, (std::vector<std::string>{"libssl", "libz.so.1"}));
  for (const char* text : {"", "libnode", "libnode:", ":libssl", "libnode:libssl,", "a:,b"}) {
    Result<Without> wrong = ParseWithout(text);
    ASSERT_FALSE(wrong.ok()) << text;
    EXPECT_EQ(wrong.error().code, "ERR_USAGE");
    EXPECT_TRUE(wrong.error().message.starts_with("--without '" + std::string(text) + "'"));
  }
}

TEST(WithoutOptionTest, NameIsWholeOrUpToItsEnding) {
  EXPECT_TRUE(IsMeant("libssl.so.3", "libssl"));
  EXPECT_TRUE(IsMeant("libssl.so", "libssl"));
  EXPECT_TRUE(IsMeant("libssl.so.3", "libssl.so.3"));
  EXPECT_FALSE(IsMeant("libssl.so.3", "libssl.so.4"));
  EXPECT_FALSE(IsMeant("libssl3.so", "libssl"));
  EXPECT_FALSE(IsMeant("libssl.sources", "libssl"));
}

}  // namespace
}  // namespace rondo::bind_library
