# shellcheck shell=bash
# JavaScript dependencies: node_modules follows package-lock.json.

npm_dependencies() {  # <checkout>
  local checkout=$1 lock=$1/package-lock.json stamp=$1/node_modules/.rondo-lock hash log
  [[ -e "$lock" ]] || return 0
  hash=$(sha256sum <"$lock")
  [[ -e "$stamp" && "$(<"$stamp")" == "$hash" ]] && return 0
  say "npm ci"
  log=$(mktemp)
  # npm ci empties node_modules first, so the stamp cannot outlive what it stands for.
  if ! (cd "$checkout" && npm ci --no-audit --no-fund --no-progress) >"$log" 2>&1; then
    head -n 12 "$log" >"$log.head"  # npm ends with its help text
    indent "$log.head"
    die "npm ci failed; all it said is in $log"
  fi
  rm -f "$log"
  mkdir -p "$checkout/node_modules"
  printf '%s\n' "$hash" >"$stamp"
}
