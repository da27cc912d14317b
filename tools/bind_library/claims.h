// Which symbols the other objects of a process have a word in: these stay open to interposition.
#ifndef RONDO_TOOLS_BIND_LIBRARY_CLAIMS_H_
#define RONDO_TOOLS_BIND_LIBRARY_CLAIMS_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

// The names that an object claims, by
//   - a copy relocation: an executable holds the variable, the library's own is unused;
//   - an undefined function with an address: an executable's PLT entry is the function's address;
//   - a definition of its own, weak functions excepted: these are C++ inline functions and
//     templates, of which every copy does the same. Weak and unique data is claimed: an inline
//     variable must exist once.
std::vector<std::string> ClaimedNames(const ElfFile& object);

// The claims of all objects of a process.
class Claims {
 public:
  void Add(std::string_view object, const ElfFile& file);
  // Whether any object other than `object` claims the name.
  bool ByOthers(std::string_view object, std::string_view name) const;

 private:
  static constexpr int kSeveral = -1;
  std::vector<std::string> objects_;
  std::unordered_map<std::string, int> owner_;  // index into objects_, or kSeveral
};

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_CLAIMS_H_
