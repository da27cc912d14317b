# shellcheck shell=bash
# An apt of our own: its configuration, lists, cache and (empty) dpkg status stand under one folder,
# so nothing on the machine is read or changed except the mirror, the keyring and how to reach them.
#
# apt_isolate comes first and exports APT_CONFIG: from then on every apt command is the private one.

apt_isolate() {  # <folder> <suite> <uri> <keyring>
  local dir=$1 suite=$2 uri=$3 keyring=$4 arch carried signed_by=
  arch=$(dpkg --print-architecture)
  # How the machine reaches its mirror: proxies, tolerance for a frozen mirror's dates, retries.
  carried=$(unset APT_CONFIG; apt-config dump | grep -E \
    '^Acquire::(https?(::|[[:space:]])|Check-Valid-Until|Check-Date|Retries|ForceIPv[46])' || true)

  mkdir -p "$dir"/etc/{apt.conf.d,preferences.d,sources.list.d} "$dir"/log \
    "$dir"/state/lists/partial "$dir"/cache/archives/partial
  : >"$dir/status"
  cat >"$dir/apt.conf" <<EOF
$carried
Dir "$dir";
Dir::Etc "$dir/etc";
Dir::Etc::parts "$dir/etc/apt.conf.d";
Dir::State "$dir/state";
Dir::State::status "$dir/status";
Dir::Cache "$dir/cache";
Dir::Log "$dir/log";
Dir::Etc::trusted "/etc/apt/trusted.gpg";
Dir::Etc::trustedparts "/etc/apt/trusted.gpg.d";
APT::Architecture "$arch";
APT::Architectures { "$arch"; };
APT::Sandbox::User "";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::PDiffs "false";
Acquire::GzipIndexes "true";
Acquire::AllowInsecureRepositories "false";
EOF
  [[ -z "$keyring" ]] || signed_by="Signed-By: $keyring"
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\n%s\n' \
    "$uri" "$suite" "$signed_by" >"$dir/etc/sources.list.d/debian.sources"
  export APT_CONFIG=$dir/apt.conf
}

# Fetches the package lists; on failure says why and returns 1.
apt_refresh() {  # <suite> <uri> <log>
  local suite=$1 uri=$2 log=$3
  say "reading the package lists of $suite"
  if apt-get update -q -o APT::Update::Error-Mode=any >"$log" 2>&1; then
    return 0
  fi
  indent "$log"
  if grep -qE 'NO_PUBKEY|EXPKEYSIG|REVKEYSIG|is not signed|KEYEXPIRED' "$log"; then
    note "the keyring cannot verify $suite. Install a newer package 'debian-archive-keyring'" \
      "(that of Debian testing works on older releases), or name a keyring in RONDO_KEYRING"
  elif grep -qE 'is expired|not valid yet' "$log"; then
    note "the mirror's $suite is out of date, or this machine's clock is wrong. For a mirror that" \
      "is frozen on purpose, set Acquire::Check-Valid-Until \"false\" in the machine's apt settings"
  elif grep -qE '404|does not have a Release file' "$log"; then
    note "the mirror does not carry $suite"
  else
    die "the mirror could not be reached or read: $uri"
  fi
  return 1
}

# Prints "name version file size sha256", a line a package, for WANTED and all they need, without
# UNWANTED; returns 1, having said why, when they cannot be had.
# shellcheck disable=SC2153  # WANTED stands in packages.sh
apt_resolve() {  # <log>
  local log=$1 package missing=() specs
  for package in "${WANTED[@]}"; do
    apt-cache show --no-all-versions "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  if ((${#missing[@]} > 0)); then
    note "not to be had: ${missing[*]}"
    return 1
  fi
  if ! apt-get install -qq -y --no-install-recommends --print-uris "${WANTED[@]}" >"$log" 2>&1; then
    indent "$log"
    note "the packages cannot be had together at the moment"
    return 1
  fi
  # 'URI' name_version_arch.deb size checksum; an epoch's colon is written %3a.
  sed -nE "s/^'[^']*' (([^_ ]+)_([^_ ]+)_[^ ]+\.deb) ([0-9]+)( .*)?$/\2 \3 \1 \4/p" "$log" |
    awk -v unwanted="^($UNWANTED)\$" '$1 !~ unwanted { gsub("%3a", ":", $2); print }' |
    LC_ALL=C sort >"$log.list"
  mapfile -t specs < <(awk '{ print $1 "=" $2 }' "$log.list")
  # apt's URIs may come with a weaker checksum: the signed lists hold the SHA-256.
  ((${#specs[@]} > 0)) && apt-cache show "${specs[@]}" >"$log.show" &&
    awk 'NR == FNR { if ($1 == "Package:") name = $2; else if ($1 == "SHA256:") sum[name] = $2; next }
         !($1 in sum) { exit 1 }
         { print $0, sum[$1] }' "$log.show" "$log.list" && return 0
  note "could not make out apt's answer (it is in $log)"
  return 1
}

# Downloads what apt_resolve printed. Files that an earlier run left whole are kept; apt itself would
# take any file of the right size.
apt_download() {  # <resolved> <folder> <log>
  local resolved=$1 folder=$2 log=$3 wanted left
  mkdir -p "$folder"
  packages_to_fetch "$resolved" "$folder" >"$log.wanted"
  [[ -s "$log.wanted" ]] || return 0
  awk '{ print $3 }' "$log.wanted" | (cd "$folder" && xargs rm -f --)
  mapfile -t wanted < <(awk '{ print $1 "=" $2 }' "$log.wanted")
  say "downloading ${#wanted[@]} packages" \
    "($(awk '{ n += $4 } END { printf "%.1f", n / 1e6 }' "$log.wanted") MB)"
  if [[ -t 1 ]]; then
    (cd "$folder" && apt-get download -q=0 "${wanted[@]}" 2>&1) | tee "$log"
  else
    (cd "$folder" && apt-get download -q "${wanted[@]}" 2>&1) | tee "$log" |
      awk -v all="${#wanted[@]}" '/^Get:/ && ++n % 10 == 0 {
        print "bootstrap: downloading number", n, "of", all; fflush() }'
  fi || {
    tail -n 15 "$log" >"$log.tail"
    indent "$log.tail"
    die "the download did not finish; run again to continue it"
  }
  left=$(packages_to_fetch "$resolved" "$folder" | cut -d ' ' -f 1)
  [[ -z "$left" ]] || die "these arrived damaged, run again: ${left//$'\n'/ }"
}

# Prints those lines of a resolved list whose file is missing or not what the signed lists promise.
packages_to_fetch() {  # <resolved> <folder>
  local name version file size sum
  while read -r name version file size sum; do
    printf '%s  %s\n' "$sum" "$2/$file" | sha256sum --check --status 2>/dev/null ||
      printf '%s\n' "$name $version $file $size $sum"
  done <"$1"
}
