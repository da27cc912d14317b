#include "runtime/engine/compile_cache.h"

#include <unistd.h>

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "runtime/base/check.h"
#include "runtime/base/options.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

// A program that makes modules without end must not fill the memory with them.
constexpr size_t kMaxUnsaved = 1 << 14;

// V8 throws code away that did not run during this many collections of old objects (its option
// --bytecode-old-age), and a cache without it would be of no use and yet taken for good.
constexpr uint32_t kOldAge = 6;

#if defined(__x86_64__)
constexpr const char* kArch = "x64";
#elif defined(__aarch64__)
constexpr const char* kArch = "arm64";
#else
constexpr const char* kArch = "other";
#endif

std::string Hex(uint32_t value) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", value);
  return text;
}

// The path in a file URL, with its percent signs resolved.
std::string PathOfUrl(std::string_view url) {
  url.remove_prefix(std::string_view("file://").size());
  std::string path;
  for (size_t i = 0; i < url.size(); ++i) {
    unsigned byte;
    if (url[i] == '%' && i + 2 < url.size() &&
        std::sscanf(std::string(url.substr(i + 1, 2)).c_str(), "%2x", &byte) == 1) {
      path += static_cast<char>(byte);
      i += 2;
    } else {
      path += url[i];
    }
  }
  return path;
}

CacheStamp StampOf(v8::Isolate* isolate, const std::string& identity, v8::Local<v8::String> text) {
  v8::String::ValueView view(isolate, text);
  bool one_byte = view.is_one_byte();
  const uint8_t* bytes = one_byte ? view.data8() : reinterpret_cast<const uint8_t*>(view.data16());
  auto length = static_cast<uint64_t>(view.length());
  std::span<const uint8_t> span(bytes, one_byte ? length : 2 * length);
  return {Checksum(identity), length << 1 | (one_byte ? 0 : 1), Checksum(span)};
}

}  // namespace

CompileCache& CompileCache::Of(Loop& loop) { return loop.State<CompileCache>(); }

std::string CompileCache::Enable(Loop& loop, const std::string& directory, bool portable) {
  RONDO_CHECK(!enabled());
  // V8's tag covers its own version, its flags and the processor; the code also refers to the heap
  // that the isolate began with.
  const Options* options = loop.State<const Options*>();
  std::string identity = std::string(RONDO_VERSION) + "/" + v8::V8::GetVersion() + "/" + kArch +
                         "/" + Hex(v8::ScriptCompiler::CachedDataVersionTag()) +
                         (options && options->no_snapshot ? "/anew" : "/snapshot");
  std::string name = std::string("rondo-v") + RONDO_VERSION + "-" + kArch + "-" +
                     Hex(static_cast<uint32_t>(Checksum(identity) >> 32));
  if (!portable) name += "-" + std::to_string(geteuid());
  const char* sections = std::getenv("NODE_DEBUG_NATIVE");
  log_ = sections && std::string_view(sections).find("COMPILE_CACHE") != std::string_view::npos;
  std::string failed = folder_.Open(directory, name);
  path_ = (std::filesystem::path(directory) / name).string();
  Log("folder", path_, failed.empty() ? "opened" : failed);
  if (!failed.empty()) {
    path_.clear();
    return failed;
  }
  identity_ = std::move(identity);
  if (portable) {
    std::error_code error;
    base_ = std::filesystem::canonical(directory, error).string();
    if (error) base_ = directory;
  }
  loop.isolate()->AddGCEpilogueCallback(
      [](v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* data) {
        ++static_cast<CompileCache*>(data)->collections_;
      },
      this, v8::kGCTypeMarkSweepCompact);
  loop.AtExit(
      [](void* data) {
        Loop& ending = *static_cast<Loop*>(data);
        Of(ending).Flush(ending.js());
      },
      &loop);
  return "";
}

std::string CompileCache::KeyOf(Kind kind, const std::string& name) const {
  bool is_url = name.starts_with("file://");
  std::string path = is_url ? PathOfUrl(name) : name;
  if (!base_.empty()) path = std::filesystem::path(path).lexically_relative(base_).string();
  return (kind == Kind::kCommonJs ? "cjs:" : "esm:") + path;
}

CompileCache::Lookup CompileCache::Find(Js& js, Kind kind, v8::Local<v8::String> text,
                                        v8::Local<v8::String> name) {
  Lookup lookup;
  lookup.name = js.Utf8(name);
  // A URL with a query is mostly one of its kind, made to load a module again.
  bool has_place = kind == Kind::kCommonJs
                       ? lookup.name.starts_with("/")
                       : lookup.name.starts_with("file:///") &&
                             lookup.name.find_first_of("?#") == std::string::npos;
  if (!has_place) return lookup;
  std::string key = KeyOf(kind, lookup.name);
  uint64_t sum = Checksum(key);
  lookup.file = Hex(static_cast<uint32_t>(sum >> 32)) + Hex(static_cast<uint32_t>(sum));
  lookup.stamp = StampOf(js.isolate(), identity_ + "\n" + key, text);
  CacheRead read = folder_.Read(lookup.file, lookup.stamp);
  if (!read.payload.data || read.payload.size > INT_MAX) {
    Log("not used", lookup.name, read.reason);
    return lookup;
  }
  int size = static_cast<int>(read.payload.size);
  lookup.data = new v8::ScriptCompiler::CachedData(read.payload.data.release(), size,
                                                   v8::ScriptCompiler::CachedData::BufferOwned);
  return lookup;
}

CompileCache::Unsaved* CompileCache::ToSave(Lookup lookup,
                                            const v8::ScriptCompiler::CachedData* data) {
  if (data && !data->rejected) {
    Log("used", lookup.name, std::to_string(data->length) + " bytes");
    return nullptr;
  }
  if (data) Log("not used", lookup.name, "rejected by V8");
  if (unsaved_.size() >= kMaxUnsaved && !unsaved_.contains(lookup.file)) return nullptr;
  Unsaved& unsaved = unsaved_[lookup.file];
  unsaved.name = std::move(lookup.name);
  unsaved.stamp = lookup.stamp;
  unsaved.collections = collections_;
  unsaved.function.Reset();
  unsaved.module.Reset();
  return &unsaved;
}

void CompileCache::Keep(Js& js, Lookup lookup, const v8::ScriptCompiler::CachedData* data,
                        v8::Local<v8::Function> function) {
  if (Unsaved* unsaved = ToSave(std::move(lookup), data))
    unsaved->function.Reset(js.isolate(), function);
}

void CompileCache::Keep(Js& js, Lookup lookup, const v8::ScriptCompiler::CachedData* data,
                        v8::Local<v8::Module> module) {
  if (Unsaved* unsaved = ToSave(std::move(lookup), data))
    unsaved->module.Reset(js.isolate(), module->GetUnboundModuleScript());
}

void CompileCache::Flush(Js& js) {
  v8::HandleScope handles(js.isolate());
  for (auto& [file, unsaved] : unsaved_) {
    if (unsaved.module.IsEmpty() && collections_ - unsaved.collections >= kOldAge) {
      Log("not written", unsaved.name, "its code is gone by now");
      continue;
    }
    std::unique_ptr<v8::ScriptCompiler::CachedData> data(
        unsaved.module.IsEmpty()
            ? v8::ScriptCompiler::CreateCodeCacheForFunction(unsaved.function.Get(js.isolate()))
            : v8::ScriptCompiler::CreateCodeCache(unsaved.module.Get(js.isolate())));
    if (!data || data->length <= 0) continue;  // code that V8 cannot keep, as of asm.js
    std::string failed =
        folder_.Write(file, unsaved.stamp, {data->data, static_cast<size_t>(data->length)});
    Log(failed.empty() ? "written" : "not written", unsaved.name,
        failed.empty() ? std::to_string(data->length) + " bytes" : failed);
  }
  unsaved_.clear();
}

void CompileCache::Log(const char* what, const std::string& name, const std::string& detail) const {
  if (!log_) return;
  std::fprintf(stderr, "[compile cache] %s: %s (%s)\n", what, name.c_str(), detail.c_str());
}

}  // namespace rondo
