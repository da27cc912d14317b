#!/usr/bin/env bash
# C++ is formatted as .clang-format says. To mend: git ls-files '*.cc' '*.h' | xargs clang-format -i
set -euo pipefail
cd "$(dirname "$0")/../.."
git ls-files 'runtime/*.cc' 'runtime/*.h' 'bindings/*.cc' 'bindings/*.h' 'tests/*.cc' 'bench/*.cc' 'tools/*.cc' |
  xargs clang-format --dry-run --Werror
