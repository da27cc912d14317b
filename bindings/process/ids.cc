// binding:process_ids: users and groups of the process.
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <vector>

#include "bindings/all.h"
#include "runtime/loop/credentials.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/uv_error.h"

namespace rondo {
namespace {

uint32_t GetUid() { return ::getuid(); }
uint32_t GetEuid() { return ::geteuid(); }
uint32_t GetGid() { return ::getgid(); }
uint32_t GetEgid() { return ::getegid(); }

Result<std::vector<uint32_t>> GetGroups() {
  int count = ::getgroups(0, nullptr);
  if (count < 0) return UvError(-errno, "getgroups");
  std::vector<gid_t> groups(static_cast<size_t>(count));
  count = ::getgroups(count, groups.data());
  if (count < 0) return UvError(-errno, "getgroups");
  return std::vector<uint32_t>(groups.begin(), groups.begin() + count);
}

// Numbers of the user or group `name`; nothing when there is none.
std::optional<uint32_t> UserNamed(std::string name) {
  passwd entry, *found = nullptr;
  std::vector<char> text(16384);
  while (::getpwnam_r(name.c_str(), &entry, text.data(), text.size(), &found) == ERANGE)
    text.resize(text.size() * 2);
  if (!found) return std::nullopt;
  return found->pw_uid;
}
std::optional<uint32_t> GroupNamed(std::string name) {
  group entry, *found = nullptr;
  std::vector<char> text(16384);
  while (::getgrnam_r(name.c_str(), &entry, text.data(), text.size(), &found) == ERANGE)
    text.resize(text.size() * 2);
  if (!found) return std::nullopt;
  return found->gr_gid;
}
std::optional<std::string> UserName(uint32_t uid) {
  passwd entry, *found = nullptr;
  std::vector<char> text(16384);
  while (::getpwuid_r(uid, &entry, text.data(), text.size(), &found) == ERANGE)
    text.resize(text.size() * 2);
  if (!found) return std::nullopt;
  return std::string(found->pw_name);
}

Result<void> Outcome(Loop& loop, int result, const char* name) {
  if (result != 0) return UvError(-errno, name);
  ++loop.State<CredentialChanges>().count;
  return Ok{};
}
Result<void> SetUid(Loop& loop, uint32_t id) { return Outcome(loop, ::setuid(id), "setuid"); }
Result<void> SetEuid(Loop& loop, uint32_t id) { return Outcome(loop, ::seteuid(id), "seteuid"); }
Result<void> SetGid(Loop& loop, uint32_t id) { return Outcome(loop, ::setgid(id), "setgid"); }
Result<void> SetEgid(Loop& loop, uint32_t id) { return Outcome(loop, ::setegid(id), "setegid"); }
Result<void> SetGroups(Loop& loop, std::vector<uint32_t> ids) {
  std::vector<gid_t> groups(ids.begin(), ids.end());
  return Outcome(loop, ::setgroups(groups.size(), groups.data()), "setgroups");
}
Result<void> InitGroups(Loop& loop, std::string user, uint32_t extra) {
  return Outcome(loop, ::initgroups(user.c_str(), extra), "initgroups");
}

}  // namespace

constinit const BindingSpec kProcessIdsBinding =
    Binding<"process_ids", Fn<"getuid", &GetUid>, Fn<"geteuid", &GetEuid>, Fn<"getgid", &GetGid>,
            Fn<"getegid", &GetEgid>, Fn<"getgroups", &GetGroups>,
            Fn<"userNamed", &UserNamed, "name">, Fn<"groupNamed", &GroupNamed, "name">,
            Fn<"userName", &UserName, "uid">, Fn<"setuid", &SetUid, "id">,
            Fn<"seteuid", &SetEuid, "id">, Fn<"setgid", &SetGid, "id">,
            Fn<"setegid", &SetEgid, "id">, Fn<"setgroups", &SetGroups, "ids">,
            Fn<"initgroups", &InitGroups, "user", "extraGroup">>;

}  // namespace rondo
