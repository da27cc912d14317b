# shellcheck shell=bash
# Messages. Progress goes to stdout, whatever needs a person goes to stderr.

say()  { printf 'bootstrap: %s\n' "$*"; }
note() { printf 'bootstrap: note: %s\n' "$*" >&2; }
die()  { printf 'bootstrap: error: %s\n' "$*" >&2; exit 1; }

have() { command -v "$1" >/dev/null 2>&1; }

# indent <file>: a tool's own output, set off from ours.
indent() { sed 's/^/    /' "$1" >&2; }

# version_at_least <have> <want>
version_at_least() { [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]; }
