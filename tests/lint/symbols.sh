#!/usr/bin/env bash
# Of libnode, only V8's symbols (and its inspector's) are used; none of Node's own. Usage: symbols.sh EXECUTABLE
set -euo pipefail
hits=$(nm -D --undefined-only "$1" | c++filt | grep -E '\bnode::|\bnode_|napi_' || true)
if [ -n "$hits" ]; then
  echo "symbols of Node's own are used:"
  echo "$hits"
  exit 1
fi
# None of Node's own JavaScript either: the executable's text must not hold its module wrapper names.
if grep -aqE 'internalBinding\(' "$1"; then
  echo "text of Node's own JavaScript is embedded"
  exit 1
fi
