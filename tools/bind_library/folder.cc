#include "tools/bind_library/folder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "tools/bind_library/relr.h"

namespace rondo::bind_library {
namespace {

namespace fs = std::filesystem;

// Below this many bound relocations a copy costs more (disk, page cache) than it saves.
constexpr size_t kWorthwhile = 10;
constexpr const char* kStampName = ".bound";
// Written in pieces of this size, as some file systems cache a file in blocks as large as the
// writes were and then map whole blocks: a process would show tens of MiB of library that it never
// touched.
constexpr size_t kWriteSize = 64 * 1024;

// Never bound: malloc and its like are replaced by preloading a library, and the C library's
// own calls have to follow. Nor the sanitizers' libraries, which stand in its place.
bool IsNeverBound(const std::string& name) {
  return name.starts_with("ld-linux") ||
         std::ranges::any_of(std::to_array({"libc", "libasan", "libubsan", "libtsan", "liblsan"}),
                             [&](const char* one) { return IsMeant(name, one); });
}

Error About(const fs::path& path, Error error) {
  error.message = path.string() + ": " + error.message;
  return error;
}

// Written beside its place and renamed: a process that runs keeps the file it has mapped, and one
// that starts meanwhile finds a whole file.
Result<void> WriteFile(const fs::path& path, std::span<const char> bytes) {
  fs::path fresh = path;
  fresh += ".new";
  std::ofstream stream(fresh, std::ios::binary | std::ios::trunc);
  stream.rdbuf()->pubsetbuf(nullptr, 0);
  for (size_t at = 0; at < bytes.size() && stream; at += kWriteSize) {
    size_t size = std::min(kWriteSize, bytes.size() - at);
    stream.write(bytes.data() + at, static_cast<std::streamsize>(size));
  }
  stream.close();
  std::error_code failed;
  if (stream) fs::rename(fresh, path, failed);
  if (!stream || failed) return Error::Plain("ERR_WRITE", path.string() + ": cannot be written");
  return Ok{};
}

Result<void> Link(const fs::path& target, const fs::path& link) {
  fs::path fresh = link;
  fresh += ".new";
  std::error_code failed;
  fs::remove(fresh, failed);
  fs::create_symlink(target, fresh, failed);
  if (!failed) fs::rename(fresh, link, failed);
  if (failed) return Error::Plain("ERR_WRITE", link.string() + ": " + failed.message());
  return Ok{};
}

using Files = std::map<std::string, ElfFile>;  // by the name under which they are needed

// The libraries that an executable needs, directly or through others. One that is not in the folder
// comes from elsewhere and is left out.
Result<Files> ReadClosure(const ElfFile& executable, const fs::path& folder) {
  Files files;
  std::vector<std::string> wanted = executable.Needed();
  while (!wanted.empty()) {
    std::string name = std::move(wanted.back());
    wanted.pop_back();
    std::error_code failed;
    if (files.contains(name) || !fs::exists(folder / name, failed)) continue;
    Result<ElfFile> file = ElfFile::Read((folder / name).string());
    if (!file.ok()) return About(folder / name, file.error());
    std::ranges::move(file.value().Needed(), std::back_inserter(wanted));
    files.emplace(std::move(name), std::move(file.value()));
  }
  return files;
}

std::vector<fs::path> SharedLibraries(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    std::error_code dangling;
    bool library = entry.path().filename().string().find(".so") != std::string::npos;
    if (library && entry.is_regular_file(dangling)) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

void Describe(const fs::path& path, std::string& out) {
  std::error_code failed;
  out += path.string() + " " + std::to_string(fs::file_size(path, failed)) + " " +
         std::to_string(fs::last_write_time(path, failed).time_since_epoch().count()) + "\n";
}

// All that the folder's content follows from.
std::string Stamp(const FolderRequest& request, const ElfFile& executable) {
  std::string stamp;
  Describe("/proc/self/exe", stamp);
  if (request.options.lookup == Lookup::kLazy) stamp += "lazy\n";
  if (request.options.relr) stamp += "relr\n";
  for (const Without& without : request.options.without) {
    stamp += without.library + " without";
    for (const std::string& name : without.names) stamp += " " + name;
    stamp += "\n";
  }
  for (const fs::path& path : SharedLibraries(request.libraries)) Describe(path, stamp);
  for (const std::string& name : executable.Needed()) stamp += "needs " + name + "\n";
  for (const std::string& name : ClaimedNames(executable)) stamp += "claims " + name + "\n";
  if (!request.options.without.empty()) {
    for (const Elf64_Sym& symbol : executable.symbols()) {
      if (symbol.st_shndx != SHN_UNDEF) continue;
      stamp.append("refers to ").append(executable.Name(symbol)).append("\n");
    }
  }
  return stamp;
}

bool IsUpToDate(const fs::path& path, const std::string& stamp) {
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {}) == stamp;
}

void Print(FILE* stream, const std::string& line) {
  std::fprintf(stream, "bind_library: %s\n", line.c_str());
}

// Takes out of `user`, one of the objects, what can be left out; says whether that was anything.
Result<bool> DoWithout(const Objects& objects, const std::vector<std::string>& roots,
                       const std::string& user, const Without& without, ElfFile& file) {
  Plan plan = PlanWithout(objects, roots, user, without);
  for (const std::string& note : plan.notes) Print(stderr, note);
  if (plan.absent.libraries.empty()) return false;
  Result<ElfFile> copy = LeaveOut(file, plan.absent);
  if (!copy.ok()) return copy.error();
  file = std::move(copy.value());
  std::string line = user + " does without";
  for (const std::string& library : plan.absent.libraries) line += " " + library;
  Print(stdout, line + ", " + std::to_string(plan.absent.symbols.size()) + " of their symbols");
  return true;
}

// The same for all the libraries of an executable. What is no longer loaded leaves `files`; the
// names of the libraries that have changed are put into `changed`.
void DoWithoutInFolder(const ElfFile& executable, const std::vector<Without>& all, Files& files,
                       std::set<std::string>& changed) {
  for (const Without& without : all) {
    auto user = std::ranges::find_if(
        files, [&](const auto& entry) { return IsMeant(entry.first, without.library); });
    if (user == files.end()) {
      Print(stderr, "the executable does not need " + without.library);
      continue;
    }
    Objects objects{{"", &executable}};
    for (const auto& [name, file] : files) objects.emplace(name, &file);
    Result<bool> done = DoWithout(objects, {""}, user->first, without, user->second);
    if (!done.ok())
      Print(stderr, user->first + " loads all that it did: " + done.error().message);
    else if (done.value())
      changed.insert(user->first);
    Names loaded = Loaded(objects, {""}, "", {});
    std::erase_if(files, [&](const auto& entry) { return !loaded.contains(entry.first); });
  }
}

// Whether the C library among these says that its loader knows DT_RELR.
bool KnowsRelr(const Files& files) {
  return std::ranges::any_of(files, [](const auto& entry) {
    std::string version(kRelrVersion);
    std::span<const char> bytes = std::as_const(entry.second).bytes();
    return IsMeant(entry.first, "libc") &&
           std::string_view(bytes.data(), bytes.size()).find(version) != std::string_view::npos;
  });
}

// A bound copy, packed where that is wanted and pays.
struct Copy {
  ElfFile file;
  Counts counts;
  bool packed = false;
};

Result<Copy> MakeCopy(const Library& library, const Options& options) {
  Result<Bound> bound = Bind(library, options.lookup);
  if (!bound.ok()) return bound.error();
  if (options.relr) {
    Result<std::optional<ElfFile>> packed = PackRelative(bound.value().file);
    if (!packed.ok())
      Print(stderr, std::string(library.name) + " is not packed: " + packed.error().message);
    else if (packed.value())
      return Copy{std::move(*packed.value()), bound.value().counts, true};
  }
  return Copy{std::move(bound.value().file), bound.value().counts};
}

// Writes a bound copy if that is worthwhile, or `required` as the file is not the original; says
// whether it did.
Result<bool> BindInto(const fs::path& output, const Library& library, const Options& options,
                      bool required) {
  std::string name(library.name);
  Result<Copy> copy = MakeCopy(library, options);
  if (!copy.ok()) {
    Print(stderr, name + " is not bound: " + copy.error().message);
    if (required) RONDO_TRY(WriteFile(output, library.file.bytes()));
    return required;
  }
  const Counts& counts = copy.value().counts;
  bool packed = copy.value().packed;
  if (counts.bound + counts.made_lazy < kWorthwhile && !required && !packed) return false;
  RONDO_TRY(WriteFile(output, copy.value().file.bytes()));
  Print(stdout,
        name + ": " + std::to_string(counts.bound) + " bound, " + std::to_string(counts.relative) +
            " relative before, " + std::to_string(counts.kept) + " left to the loader, " +
            std::to_string(counts.made_lazy) + " of them made lazy" + (packed ? ", packed" : ""));
  return true;
}

}  // namespace

Result<void> BindFolder(const FolderRequest& request) {
  Result<ElfFile> executable = ElfFile::Read(request.executable.string());
  if (!executable.ok()) return About(request.executable, executable.error());
  fs::path stamp_path = request.output / kStampName;
  std::string stamp = Stamp(request, executable.value());
  std::error_code failed;
  if (IsUpToDate(stamp_path, stamp)) {
    fs::last_write_time(stamp_path, fs::file_time_type::clock::now(), failed);
    return Ok{};
  }

  fs::create_directories(request.output, failed);
  fs::remove(stamp_path, failed);
  Result<Files> closure = ReadClosure(executable.value(), request.libraries);
  if (!closure.ok()) return closure.error();
  Files& files = closure.value();
  std::set<std::string> changed, copied;
  DoWithoutInFolder(executable.value(), request.options.without, files, changed);
  Claims claims;
  claims.Add("", executable.value());
  for (const auto& [name, file] : files) claims.Add(name, file);

  Options options = request.options;
  if (options.relr && !KnowsRelr(files)) {
    Print(stderr, "nothing is packed: the C library has no " + std::string(kRelrVersion));
    options.relr = false;
  }
  for (const auto& [name, file] : files) {
    if (IsNeverBound(name)) continue;
    Result<bool> bound =
        BindInto(request.output / name, {name, file, claims}, options, changed.contains(name));
    if (!bound.ok()) return bound.error();
    if (bound.value()) copied.insert(name);
  }
  fs::path libraries = fs::absolute(request.libraries, failed);
  for (const fs::path& path : SharedLibraries(libraries)) {
    std::string name = path.filename().string();
    if (!copied.contains(name)) RONDO_TRY(Link(path, request.output / name));
  }
  return WriteFile(stamp_path, stamp);
}

Result<void> BindFile(const fs::path& input, const fs::path& output,
                      const std::vector<fs::path>& others, const Options& options) {
  Result<ElfFile> file = ElfFile::Read(input.string());
  if (!file.ok()) return About(input, file.error());
  std::string user = input.filename().string();
  Files files;  // the others
  Objects objects{{user, &file.value()}};
  for (const fs::path& path : others) {
    std::string name = path.filename().string();
    Result<ElfFile> other = ElfFile::Read(path.string());
    if (!other.ok()) return About(path, other.error());
    auto [entry, fresh] = files.try_emplace(name, std::move(other.value()));
    if (!fresh || name == user) {
      return Error::Plain("ERR_USAGE", path.string() + ": another of the files has this name");
    }
    objects.emplace(name, &entry->second);
  }

  for (const Without& without : options.without) {
    if (!IsMeant(user, without.library)) {
      return Error::Plain("ERR_USAGE", "--without names " + without.library + ", not " + user);
    }
    std::vector<std::string> roots{user};
    auto is_left_out = [&](const std::string& name) {
      return std::ranges::any_of(without.names,
                                 [&](const std::string& one) { return IsMeant(name, one); });
    };
    for (const auto& [name, other] : files) {
      if (!is_left_out(name)) roots.push_back(name);
    }
    Result<bool> done = DoWithout(objects, roots, user, without, file.value());
    if (!done.ok()) return About(input, done.error());
  }

  Claims claims;
  claims.Add(user, file.value());
  for (const auto& [name, other] : files) claims.Add(name, other);
  Result<Copy> copy = MakeCopy({user, file.value(), claims}, options);
  if (!copy.ok()) return About(input, copy.error());
  return WriteFile(output, copy.value().file.bytes());
}

}  // namespace rondo::bind_library
