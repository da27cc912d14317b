#!/usr/bin/env bash
# Includes point downwards only, and each library's headers are included only where its layer may.
set -euo pipefail
cd "$(dirname "$0")/../.."
failed=0
complain() { printf '%s\n' "$1"; failed=1; }

# FOLDER FORBIDDEN_REGEXP: no file of the folder may include a header that matches.
forbid() {
  local hits
  hits=$(grep -rnE "^#include [\"<]($2)" "$1" --include='*.h' --include='*.cc' || true)
  [ -z "$hits" ] || complain "$1 must not include this:
$hits"
}
forbid runtime/base 'runtime/(js|loop|observe|monitor|engine)/|bindings/|v8|uv\.h|llhttp'
forbid runtime/js 'runtime/(loop|observe|monitor|engine)/|bindings/|uv\.h|llhttp'
forbid runtime/loop 'runtime/(observe|monitor|engine)/|bindings/|llhttp'
forbid runtime/observe 'runtime/(monitor|engine)/|bindings/|llhttp'
forbid runtime/monitor 'runtime/engine/|bindings/|v8'
forbid runtime/engine 'runtime/monitor/|bindings/|llhttp'

# A binding includes no other binding: only its own folder, and all.h for its table's declaration.
for file in $(git ls-files 'bindings/*.cc' 'bindings/*.h'); do
  own=$(dirname "$file")
  hits=$(grep -nE '^#include "bindings/' "$file" | grep -vE "\"bindings/all\.h\"" || true)
  [ "$own" = bindings ] || hits=$(printf '%s' "$hits" | grep -v "\"$own/" || true)
  [ -z "$hits" ] || complain "$file includes another binding: $hits"
done

# One door: JavaScript is entered and microtasks are drained in runtime/loop only.
hits=$(grep -rnE 'PerformMicrotaskCheckpoint|->Call\(|RunMicrotasks|CallAsFunction|MicrotasksScope' runtime bindings \
  --include='*.cc' --include='*.h' | grep -vE '^runtime/loop/|loop_?(\(\))?(\.|->)Call|//.*->Call' || true)
[ -z "$hits" ] || complain "JavaScript is entered outside runtime/loop:
$hits"

# V8 and its inspector through V8's public API only.
hits=$(grep -rnE '\bnode::|<node(_[a-z]+)?\.h>' runtime bindings --include='*.cc' --include='*.h' || true)
[ -z "$hits" ] || complain "Node's own C++ API is used:
$hits"
exit $failed
