# shellcheck shell=bash
# Which mirror and which keyring: read from the machine's own apt sources, both formats.

# Prints "URI<TAB>KEYRING" for each entry of Debian's own archive, main component, in the order in
# which apt reads them; KEYRING is empty when the entry names none. Security, updates and backports
# suites and other vendors' archives are left out.
debian_archives() {  # <apt's configuration folder>
  local etc=$1 file
  for file in "$etc"/sources.list "$etc"/sources.list.d/*.list; do
    [[ -r "$file" ]] && one_line_entries <"$file"
  done
  for file in "$etc"/sources.list.d/*.sources; do
    [[ -r "$file" ]] && deb822_entries <"$file"
  done
  return 0
}

# A release or alias of Debian itself; "bookworm-security" and "nodistro" are not.
readonly DEBIAN_SUITE='^(stable|oldstable|testing|unstable|sid|bookworm|trixie|forky|duke)$'

# An archive with Debian's suite names may still be another vendor's: Debian's own ends in /debian,
# or is signed with Debian's archive keyring.
keep_debian() {  # <uri> <suites> <components> <keyring>
  local suite
  [[ "$1" != cdrom:* && " $3 " == *" main "* ]] || return 0
  [[ "$4" == *debian-archive* || ( -z "$4" && "$1" =~ ^mirror\+file:|/debian/?$ ) ]] || return 0
  for suite in $2; do
    [[ "$suite" =~ $DEBIAN_SUITE ]] || continue
    printf '%s\t%s\n' "$1" "$4"
    return 0
  done
}

# deb [signed-by=/path arch=amd64] URI suite component...
one_line_entries() {
  local line options rest uri suite components keyring
  while read -r line; do
    [[ "$line" =~ ^deb[[:space:]]+(\[([^]]*)\][[:space:]]+)?(.+)$ ]] || continue
    options=${BASH_REMATCH[2]} rest=${BASH_REMATCH[3]%%#*}
    read -r uri suite components <<<"$rest"
    keyring=
    [[ "$options" =~ (^|[[:space:]])signed-by=([^[:space:]]+) ]] && keyring=${BASH_REMATCH[2]}
    keep_debian "$uri" "$suite" "$components" "$keyring"
  done
}

# Stanzas of "Field: value" lines, continued on indented lines, parted by empty lines.
deb822_entries() {
  local line name='' types='' uris='' suites='' components='' keyring='' enabled=yes uri
  while IFS= read -r line || [[ -n "$line" ]]; do
    case "$line" in
      '#'*) continue ;;
      [[:space:]]*[![:space:]]*) line=${line#"${line%%[![:space:]]*}"} ;;
      *[![:space:]]*) name=${line%%:*} line=${line#*:} ;;
      *) deb822_flush; continue ;;
    esac
    case "${name,,}" in
      types) types+=" $line" ;;
      uris) uris+=" $line" ;;
      suites) suites+=" $line" ;;
      components) components+=" $line" ;;
      signed-by) keyring+="$line" ;;
      enabled) enabled=${line// /} ;;
    esac
  done
  deb822_flush
}

# Ends a stanza: shares deb822_entries' variables.
deb822_flush() {
  keyring=${keyring//[[:space:]]/}
  [[ "$keyring" == /* ]] || keyring=''  # a fingerprint, or the key itself
  if [[ " $types " == *" deb "* && "${enabled,,}" != no ]]; then
    for uri in $uris; do
      keep_debian "$uri" "$suites" "$components" "$keyring"
    done
  fi
  name='' types='' uris='' suites='' components='' keyring='' enabled=yes
}
