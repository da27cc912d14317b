// Which of the libraries that the user wants to do without a process can do without.
#ifndef RONDO_TOOLS_BIND_LIBRARY_WITHOUT_H_
#define RONDO_TOOLS_BIND_LIBRARY_WITHOUT_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/bind_library/absent.h"
#include "tools/bind_library/elf_file.h"

namespace rondo::bind_library {

// One library that is to run without others. A name is a whole one (libssl.so.3) or the part before
// ".so" (libssl).
struct Without {
  std::string library;
  std::vector<std::string> names;
};

// Parses "LIBRARY:NAME[,NAME...]".
Result<Without> ParseWithout(std::string_view text);

// Whether a library's file name is meant by a name.
bool IsMeant(std::string_view file_name, std::string_view name);

// The objects of a process by the name under which they are needed; the executable's is "".
using Objects = std::map<std::string, const ElfFile*, std::less<>>;

// The names in `objects` that are loaded when those in `roots` are, while `user` does not ask for
// the libraries in `left_out`.
Names Loaded(const Objects& objects, const std::vector<std::string>& roots, std::string_view user,
             const Names& left_out);

struct Plan {
  Absent absent;
  std::vector<std::string> notes;  // one for every library that stays, with the reason
};

// What can be left out of `user`, a name in `objects`, so that everything else is as before. A
// library stays when
//   - something that is loaded needs it all the same, or refers to what only it defines;
//   - `user` asks for a version of it of a symbol that is defined elsewhere too, or for one of its
//     thread-local variables (which are not known by an address that could be null);
//   - it is not needed by `user`, or not among `objects`.
Plan PlanWithout(const Objects& objects, const std::vector<std::string>& roots,
                 const std::string& user, const Without& without);

}  // namespace rondo::bind_library

#endif  // RONDO_TOOLS_BIND_LIBRARY_WITHOUT_H_
