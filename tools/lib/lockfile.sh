# shellcheck shell=bash
# tools/deps.lock: what was tested last. Lines: "v8-majors LOW..HIGH", "suite NAME", "v8 VERSION",
# "package NAME VERSION".

lock_value() {  # <lock> <key>: the root's .rondo/info is read so, too
  [[ ! -r "$1" ]] || sed -nE "s/^$2 +(.*[^ ]) *$/\1/p" "$1"
}

v8_in_range() {  # <lock> <version>
  local range major=${2%%.*}
  range=$(lock_value "$1" v8-majors)
  [[ "$range" =~ ^([0-9]+)\.\.([0-9]+)$ ]] || die "$1: no line 'v8-majors LOW..HIGH'"
  ((major >= BASH_REMATCH[1] && major <= BASH_REMATCH[2]))
}

# A note for what differs from the versions last tested.
compare_with_lock() {  # <lock> <resolved>
  local lock=$1 resolved=$2 name version tested changed=()
  while read -r name version _; do
    tested=$(awk -v name="$name" '$1 == "package" && $2 == name { print $3 }' "$lock")
    [[ "$tested" == "$version" ]] || changed+=("$name ${tested:-(none)} -> $version")
  done <"$resolved"
  ((${#changed[@]} > 0)) || return 0
  note "${#changed[@]} packages differ from those last tested (tools/deps.lock):"
  printf '    %s\n' "${changed[@]:0:8}" >&2
  ((${#changed[@]} <= 8)) || printf '    ... and %d more\n' $((${#changed[@]} - 8)) >&2
}

write_lock() {  # <lock> <root>
  local lock=$1 root=$2 range
  range=$(lock_value "$lock" v8-majors)
  {
    cat <<'EOF'
# The private root's packages as last tested; written by tools/bootstrap --update-lock.
# Debian's forky and sid roll on: other versions are accepted with a note as long as V8's major
# stands in this range, which is edited by hand when a new V8 has been tried.
EOF
    printf 'v8-majors %s\n' "${range:-13..14}"
    printf 'suite %s\n' "$(lock_value "$root/.rondo/info" suite)"
    printf 'v8 %s\n' "$(lock_value "$root/.rondo/info" v8)"
    awk '{ print "package", $1, $2 }' "$root/.rondo/packages"
  } >"$lock.new"
  mv "$lock.new" "$lock"
}
