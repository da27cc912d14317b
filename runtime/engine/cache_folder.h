// A folder of small files that only this user can have written: where the compile cache lives.
// POSIX only, no V8.
//
// A file is written under another name and renamed, so that who reads sees it whole or not at all.
// All access goes through the open folder: nobody can put another one in its place later.
#ifndef RONDO_ENGINE_CACHE_FOLDER_H_
#define RONDO_ENGINE_CACHE_FOLDER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rondo {

// CRC-32 (upper half) and Adler-32 of zlib, which together change with any small change and, for
// large ones, with a chance of about 2^-64 of not doing so.
uint64_t Checksum(std::span<const uint8_t> bytes);
uint64_t Checksum(std::string_view text);

// What a cached payload was made from and by; a payload is used only for the same again.
struct CacheStamp {
  uint64_t identity = 0;       // checksum of the engine's version and of the entry's name
  uint64_t source_length = 0;  // of the source text, with its encoding
  uint64_t source_checksum = 0;

  bool operator==(const CacheStamp&) const = default;
};

// Bytes of an entry, new[]ed (V8 takes them over as they are).
struct CachePayload {
  std::unique_ptr<uint8_t[]> data;
  size_t size = 0;
};

// What became of an attempt to read: `payload.data` is null unless the entry can be used, and then
// `reason` says why not, in words for a log.
struct CacheRead {
  CachePayload payload;
  std::string reason;
};

class CacheFolder {
 public:
  // No entry is larger, in bytes.
  static constexpr size_t kMaxPayload = size_t{256} << 20;

  CacheFolder() = default;
  ~CacheFolder();
  CacheFolder(const CacheFolder&) = delete;
  CacheFolder& operator=(const CacheFolder&) = delete;

  // Opens `parent`/`name`. What is missing of `parent` is made with the umask's permissions, `name`
  // with 0700. Refuses a folder that is a symbolic link, that belongs to another user than this
  // process's effective one or root, or that others may write to. Returns what went wrong,
  // "" when nothing did. Once only.
  std::string Open(const std::string& parent, const std::string& name);
  bool is_open() const { return fd_ >= 0; }

  // The payload of the file `name`, if it is whole, unharmed and has this stamp.
  CacheRead Read(const std::string& name, const CacheStamp& stamp) const;
  // Writes the file `name`, in place of the one that may be there. Returns what went wrong, "" when
  // nothing did. When another process is writing it just now, its work is left alone.
  std::string Write(const std::string& name, const CacheStamp& stamp,
                    std::span<const uint8_t> payload) const;

 private:
  int fd_ = -1;
};

}  // namespace rondo

#endif  // RONDO_ENGINE_CACHE_FOLDER_H_
