#include "tools/bind_library/without.h"

#include <algorithm>
#include <optional>

#include "tools/bind_library/versions.h"

namespace rondo::bind_library {
namespace {

bool IsUndefined(const Elf64_Sym& symbol) {
  return symbol.st_shndx == SHN_UNDEF && ELF64_ST_BIND(symbol.st_info) != STB_LOCAL;
}

Names Definitions(const Objects& objects, const Names& libraries) {
  Names defined;
  for (const std::string& name : libraries) {
    const ElfFile& file = *objects.find(name)->second;
    for (const Elf64_Sym& symbol : file.symbols()) {
      if (symbol.st_shndx == SHN_UNDEF || ELF64_ST_BIND(symbol.st_info) == STB_LOCAL) continue;
      defined.emplace(file.Name(symbol));
    }
  }
  return defined;
}

class Planner {
 public:
  Planner(const Objects& objects, const std::vector<std::string>& roots, const std::string& user)
      : objects_(objects), roots_(roots), user_(user) {}

  Plan Make(const Without& without) {
    Plan plan;
    plan.absent.libraries = Candidates(without, plan.notes);
    Names& candidates = plan.absent.libraries;
    Names before = Loaded(objects_, roots_, user_, {});
    while (!candidates.empty()) {
      loaded_ = Loaded(objects_, roots_, user_, candidates);
      kept_definitions_ = Definitions(objects_, loaded_);
      std::vector<std::pair<std::string, std::string>> stay;
      for (const std::string& candidate : candidates) {
        std::optional<std::string> reason = ReasonToStay(candidate, candidates, before);
        if (reason) stay.emplace_back(candidate, *reason);
      }
      if (stay.empty()) break;
      for (const auto& [candidate, reason] : stay) {
        candidates.erase(candidate);
        plan.notes.push_back(user_ + " still loads " + candidate + ": " + reason);
      }
    }
    if (candidates.empty()) return plan;

    Names gone;
    std::ranges::set_difference(before, loaded_, std::inserter(gone, gone.end()));
    Names definitions = Definitions(objects_, gone);
    const ElfFile& file = *objects_.find(user_)->second;
    for (const Elf64_Sym& symbol : file.symbols()) {
      std::string_view name = file.Name(symbol);
      if (IsUndefined(symbol) && definitions.contains(name) && !kept_definitions_.contains(name)) {
        plan.absent.symbols.emplace(name);
      }
    }
    return plan;
  }

 private:
  Names Candidates(const Without& without, std::vector<std::string>& notes) const {
    Names candidates;
    std::vector<std::string> needed = objects_.find(user_)->second->Needed();
    for (const std::string& name : without.names) {
      auto meant =
          std::ranges::find_if(needed, [&](const std::string& one) { return IsMeant(one, name); });
      if (meant == needed.end())
        notes.push_back(user_ + " does not need " + name);
      else if (!objects_.contains(*meant))
        notes.push_back(user_ + " still loads " + *meant + ": it is not among the files given");
      else
        candidates.insert(*meant);
    }
    return candidates;
  }

  // Why the process, as it would be without all the candidates, cannot do without this one.
  std::optional<std::string> ReasonToStay(const std::string& candidate, const Names& candidates,
                                          const Names& before) const {
    if (loaded_.contains(candidate)) return NeededBy(candidate) + " needs it too";
    // What leaves with it: its own needs may be shared with other candidates.
    Names gone;
    for (const std::string& name : Loaded(objects_, {candidate}, user_, candidates)) {
      if (before.contains(name) && !loaded_.contains(name)) gone.insert(name);
    }
    Names definitions = Definitions(objects_, gone);
    for (const std::string& name : loaded_) {
      if (name == user_) continue;
      const ElfFile& file = *objects_.find(name)->second;
      for (const Elf64_Sym& symbol : file.symbols()) {
        std::string_view wanted = file.Name(symbol);
        bool weak = ELF64_ST_BIND(symbol.st_info) == STB_WEAK;
        if (IsUndefined(symbol) && !weak && definitions.contains(wanted) &&
            !kept_definitions_.contains(wanted)) {
          return (name.empty() ? "the executable" : name) + " refers to its " + std::string(wanted);
        }
      }
    }
    return ReasonOfUser(candidate, definitions);
  }

  std::optional<std::string> ReasonOfUser(const std::string& candidate,
                                          const Names& definitions) const {
    const ElfFile& file = *objects_.find(user_)->second;
    Result<std::vector<VersionNeed>> needs = ReadVersionNeeds(file);
    if (!needs.ok()) return needs.error().message;
    std::vector<Elf64_Half> versions;
    for (const VersionNeed& need : needs.value()) {
      if (need.library == candidate) versions = need.indices;
    }
    for (size_t i = 0; i < file.symbols().size(); ++i) {
      const Elf64_Sym& symbol = file.symbols()[i];
      std::string name(file.Name(symbol));
      bool of_candidate =
          !file.symbol_versions().empty() &&
          std::ranges::find(versions, VersionIndex(file.symbol_versions()[i])) != versions.end();
      bool elsewhere = kept_definitions_.contains(name) || !definitions.contains(name);
      if (of_candidate && elsewhere) return "its version of " + name + " is asked for";
      if (IsUndefined(symbol) && !elsewhere && ELF64_ST_TYPE(symbol.st_info) == STT_TLS) {
        return name + " is a thread-local variable";
      }
    }
    return {};
  }

  std::string NeededBy(const std::string& library) const {
    for (const std::string& name : loaded_) {
      std::vector<std::string> needed = objects_.find(name)->second->Needed();
      if (name != user_ && std::ranges::find(needed, library) != needed.end()) {
        return name.empty() ? "the executable" : name;
      }
    }
    return "another object";
  }

  const Objects& objects_;
  const std::vector<std::string>& roots_;
  const std::string& user_;
  Names loaded_;
  Names kept_definitions_;
};

}  // namespace

Result<Without> ParseWithout(std::string_view text) {
  size_t colon = text.find(':');
  Without without{std::string(text.substr(0, colon)), {}};
  std::string_view rest = colon == text.npos ? "" : text.substr(colon + 1);
  bool empty_name = false;
  while (true) {
    size_t comma = rest.find(',');
    without.names.emplace_back(rest.substr(0, comma));
    empty_name |= without.names.back().empty();
    if (comma == rest.npos) break;
    rest.remove_prefix(comma + 1);
  }
  if (without.library.empty() || empty_name) {
    return Error::Plain("ERR_USAGE", "--without '" + std::string(text) +
                                         "': expected LIBRARY:NAME[,NAME...], such as "
                                         "libnode:libssl,libsqlite3");
  }
  return without;
}

bool IsMeant(std::string_view file_name, std::string_view name) {
  if (!file_name.starts_with(name)) return false;
  std::string_view rest = file_name.substr(name.size());
  return rest.empty() || rest == ".so" || rest.starts_with(".so.");
}

Names Loaded(const Objects& objects, const std::vector<std::string>& roots, std::string_view user,
             const Names& left_out) {
  Names loaded;
  std::vector<std::string> wanted = roots;
  while (!wanted.empty()) {
    std::string name = std::move(wanted.back());
    wanted.pop_back();
    auto object = objects.find(name);
    if (object == objects.end() || !loaded.insert(name).second) continue;
    for (std::string& needed : object->second->Needed()) {
      if (name != user || !left_out.contains(needed)) wanted.push_back(std::move(needed));
    }
  }
  return loaded;
}

Plan PlanWithout(const Objects& objects, const std::vector<std::string>& roots,
                 const std::string& user, const Without& without) {
  return Planner(objects, roots, user).Make(without);
}

}  // namespace rondo::bind_library
