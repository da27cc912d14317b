#!/usr/bin/env bash
# No C++ file above 400 lines, none in lib/ above 300: a file is one concept.
set -euo pipefail
cd "$(dirname "$0")/../.."
failed=0
check() { # LIMIT FILES...
  local limit=$1 lines
  shift
  for file in "$@"; do
    lines=$(wc -l <"$file")
    if [ "$lines" -gt "$limit" ]; then
      echo "$file has $lines lines; the limit is $limit"
      failed=1
    fi
  done
}
mapfile -t cpp < <(git ls-files 'runtime/*.cc' 'runtime/*.h' 'bindings/*.cc' 'bindings/*.h')
mapfile -t lib < <(git ls-files 'lib/*.ts')
check 400 "${cpp[@]}"
check 300 "${lib[@]}"
exit $failed
