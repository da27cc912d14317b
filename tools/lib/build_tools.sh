# shellcheck shell=bash
# The machine's own build tools: check them, install what is missing when we are root.

# command:debian-package[:lowest version]
readonly REQUIRED_TOOLS=(cmake:cmake:3.25 ninja:ninja-build g++:g++:12 xz:xz-utils
                         node:nodejs npm:npm)
# Tests and demonstrations only.
readonly OPTIONAL_TOOLS=(git:git curl:curl wrk:wrk clang-format:clang-format)

missing_packages() {  # <tool spec>...: prints the packages of those not on PATH
  local spec command package
  for spec in "$@"; do
    IFS=: read -r command package _ <<<"$spec"
    have "$command" || printf '%s\n' "$package"
  done
}

check_tool_versions() {
  local spec command package lowest found
  for spec in "${REQUIRED_TOOLS[@]}"; do
    IFS=: read -r command package lowest <<<"$spec"
    [[ -n "$lowest" ]] || continue
    case "$command" in
      g++) found=$(g++ -dumpfullversion) ;;
      *)   found=$("$command" --version) && [[ "$found" =~ [0-9]+(\.[0-9]+)+ ]] &&
             found=${BASH_REMATCH[0]} ;;
    esac
    version_at_least "$found" "$lowest" ||
      die "$command $found is too old: $lowest or later is needed (package $package)"
  done
}

ensure_build_tools() {
  local tool
  for tool in apt-get apt-config dpkg-deb dpkg flock sha256sum; do
    have "$tool" || die "'$tool' not found: this script needs a Debian machine." \
      "Elsewhere, install the libraries that cmake/PrivateRoot.cmake lists and run cmake directly"
  done

  local required optional
  mapfile -t required < <(missing_packages "${REQUIRED_TOOLS[@]}")
  mapfile -t optional < <(missing_packages "${OPTIONAL_TOOLS[@]}")
  if ((${#required[@]} + ${#optional[@]} > 0)); then
    if ((EUID == 0)); then
      install_packages "${required[@]}" "${optional[@]}"
    elif ((${#required[@]} > 0)); then
      die "build tools are missing; as root: apt-get install ${required[*]} ${optional[*]}"
    else
      note "not needed to build, but by tests and demonstrations:" \
        "apt-get install ${optional[*]} (as root)"
    fi
  fi
  check_tool_versions
}

install_packages() {
  say "installing build tools: $*"
  local log
  log=$(mktemp)
  # Runs against the machine's own sources: before any isolated configuration is in the environment.
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive \
           apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
    tail -n 15 "$log" >"$log.tail"
    indent "$log.tail"
    rm -f "$log" "$log.tail"
    local still
    mapfile -t still < <(missing_packages "${REQUIRED_TOOLS[@]}")
    ((${#still[@]} == 0)) || die "could not install: ${still[*]} (apt's last lines stand above)"
    note "could not install all of: $*; only tests and demonstrations miss them"
    return
  fi
  rm -f "$log"
}
