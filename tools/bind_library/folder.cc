#include "tools/bind_library/folder.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

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
// own calls have to follow.
bool IsCLibrary(const std::string& name) {
  return name.starts_with("libc.so") || name.starts_with("ld-linux");
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
  if (request.lookup == Lookup::kLazy) stamp += "lazy\n";
  for (const fs::path& path : SharedLibraries(request.libraries)) Describe(path, stamp);
  for (const std::string& name : executable.Needed()) stamp += "needs " + name + "\n";
  for (const std::string& name : ClaimedNames(executable)) stamp += "claims " + name + "\n";
  return stamp;
}

bool IsUpToDate(const fs::path& path, const std::string& stamp) {
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {}) == stamp;
}

// Writes a bound copy if that is worthwhile; says whether it did.
Result<bool> BindInto(const fs::path& output, const Library& library, Lookup lookup) {
  Result<Bound> bound = Bind(library, lookup);
  if (!bound.ok()) {
    std::fprintf(stderr, "bind_library: %s stays as it is: %s\n", std::string(library.name).c_str(),
                 bound.error().message.c_str());
    return false;
  }
  const Counts& counts = bound.value().counts;
  if (counts.bound + counts.made_lazy < kWorthwhile) return false;
  RONDO_TRY(WriteFile(output, bound.value().file.bytes()));
  std::printf(
      "bind_library: %s: %zu bound, %zu relative before, %zu left to the loader, "
      "%zu of them made lazy\n",
      std::string(library.name).c_str(), counts.bound, counts.relative, counts.kept,
      counts.made_lazy);
  return true;
}

}  // namespace

Result<void> BindFolder(const FolderRequest& request) {
  Result<ElfFile> executable = ElfFile::Read(request.executable.string());
  if (!executable.ok()) return About(request.executable, executable.error());
  fs::path stamp_path = request.output / kStampName;
  std::string stamp = Stamp(request, executable.value());
  if (IsUpToDate(stamp_path, stamp)) return Ok{};

  std::error_code failed;
  fs::create_directories(request.output, failed);
  fs::remove(stamp_path, failed);
  Result<Files> closure = ReadClosure(executable.value(), request.libraries);
  if (!closure.ok()) return closure.error();
  Claims claims;
  claims.Add("", executable.value());
  for (const auto& [name, file] : closure.value()) claims.Add(name, file);

  std::set<std::string> copied;
  for (const auto& [name, file] : closure.value()) {
    if (IsCLibrary(name)) continue;
    Result<bool> bound = BindInto(request.output / name, {name, file, claims}, request.lookup);
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
                      const std::vector<fs::path>& others, Lookup lookup) {
  Result<ElfFile> file = ElfFile::Read(input.string());
  if (!file.ok()) return About(input, file.error());
  std::string name = input.string();
  Claims claims;
  claims.Add(name, file.value());
  for (const fs::path& path : others) {
    Result<ElfFile> other = ElfFile::Read(path.string());
    if (!other.ok()) return About(path, other.error());
    claims.Add(path.string(), other.value());
  }
  Result<Bound> bound = Bind({name, file.value(), claims}, lookup);
  if (!bound.ok()) return About(input, bound.error());
  return WriteFile(output, bound.value().file.bytes());
}

}  // namespace rondo::bind_library
