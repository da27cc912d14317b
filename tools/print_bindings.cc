// Writes the TypeScript declarations of every binding to a file, leaving it untouched when nothing
// changed. Usage: print_bindings FILE
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "bindings/all.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: print_bindings FILE\n");
    return 2;
  }
  std::string text =
      "// Made by tools/print_bindings.cc from the binding tables. Not edited by hand.\n";
  for (const rondo::BindingSpec* spec : rondo::AllBindings()) {
    text += "declare module \"binding:" + std::string(spec->name) + "\" {\n  const binding: {\n";
    spec->declare(&text);
    text += "  };\n  export default binding;\n}\n";
  }
  std::filesystem::path path = argv[1];
  std::filesystem::create_directories(path.parent_path());
  std::ifstream old(path);
  std::stringstream content;
  content << old.rdbuf();
  if (content.str() == text) return 0;
  std::ofstream(path) << text;
  return 0;
}
