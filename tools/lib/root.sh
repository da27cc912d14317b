# shellcheck shell=bash
# Unpacking the packages into a root, giving it its links, and checking that it is whole.

unpack_root() {  # <resolved> <folder> <root>
  local resolved=$1 folder=$2 root=$3 file count=0 total
  total=$(wc -l <"$resolved")
  mkdir -p "$root"
  while read -r _ _ file _; do
    dpkg-deb -x "$folder/$file" "$root" || die "cannot unpack $file"
    count=$((count + 1))
    ((count % 10 != 0 && count != total)) || say "unpacked $count of $total"
  done <"$resolved"
}

# Everything that is found at run time stands in one folder, LIBDIR: several folders in an rpath
# were seen to lose all but the first.
link_root() {  # <root> <triplet>
  local root=$1 triplet=$2 libdir=$1/usr/lib/$2 dir so versions
  for dir in bin sbin lib lib64; do
    if [[ -d "$root/$dir" && ! -L "$root/$dir" ]]; then  # a package that still uses /lib
      mkdir -p "$root/usr/$dir"
      cp -a "$root/$dir/." "$root/usr/$dir/"
      rm -rf "${root:?}/$dir"
    fi
    mkdir -p "$root/usr/$dir"
    ln -sfn "usr/$dir" "$root/$dir"
  done
  # The names a linker looks for: from these, gcc takes the root's runtimes instead of its own.
  for so in stdc++ asan ubsan tsan; do
    versions=("$libdir/lib$so".so.[0-9])
    ((${#versions[@]} > 0)) || die "the packages hold no lib$so.so"
    ln -sfn "${versions[-1]##*/}" "$libdir/lib$so.so"
  done
  prune_root "$root" "$libdir"
  link_headers "$root" "$triplet"
}

# Documentation, and static archives that a shared library stands beside.
prune_root() {  # <root> <libdir>
  local root=$1 libdir=$2 archive
  rm -rf "$root"/usr/share/{doc,man,info,lintian,locale,bug} "$root"/usr/src
  for archive in "$libdir"/lib*.a; do
    [[ -e "${archive%.a}.so" ]] && rm -f "$archive"
  done
  return 0
}

# ROOT/include/<library>/ holds links to that library's headers alone: the root's usr/include as a
# whole would put a second C library's headers beside the machine's.
link_headers() {  # <root> <triplet>
  local root=$1 triplet=$2 spec library entries entry file
  rm -rf "$root/include"
  mkdir -p "$root/include"
  [[ -e "$root/$V8_HEADERS/v8.h" ]] || die "libnode-dev holds no V8 headers in $V8_HEADERS"
  ln -s "../$V8_HEADERS" "$root/include/v8"
  for spec in "${HEADERS[@]}"; do
    read -r library entries <<<"$spec"
    mkdir -p "$root/include/$library"
    for entry in $entries; do
      [[ -e "$root/usr/include/$entry" ]] || die "no header $entry (wanted for $library)"
      if [[ -d "$root/usr/include/$triplet/$entry" ]]; then  # split by architecture: merge
        mkdir -p "$root/include/$library/$entry"
        for file in "$root/usr/include/$entry"/* "$root/usr/include/$triplet/$entry"/*; do
          ln -s "../../../${file#"$root/"}" "$root/include/$library/$entry/"
        done
      else
        ln -s "../../usr/include/$entry" "$root/include/$library/$entry"
      fi
    done
  done
}

v8_version() {  # <root>
  sed -nE 's/^#define V8_(MAJOR_VERSION|MINOR_VERSION|BUILD_NUMBER|PATCH_LEVEL) ([0-9]+)$/\2/p' \
    "$1/$V8_HEADERS/v8-version.h" | paste -s -d .
}

# Loads every library with the root's own loader: nothing may be missing, nothing may come from the
# machine. This is what guards the list of packages left out.
check_root() {  # <root> <triplet>
  local root=$1 libdir=$1/usr/lib/$2 loaders library stray
  loaders=("$libdir"/ld-linux*.so.*)
  [[ -x "${loaders[0]:-}" ]] || die "the packages hold no loader in $libdir"
  for library in node icuio benchmark hdr_histogram asan tsan ubsan brotlienc ssl; do
    stray=$("${loaders[0]}" --library-path "$libdir" --list "$libdir/lib$library.so" 2>&1 |
      grep -vE "=> $libdir/|^[[:space:]]*(linux-vdso|$libdir/|/lib[^ ]*/ld-linux)" || true)
    [[ -z "$stray" ]] || die "lib$library.so cannot be loaded from the root alone: $stray"
  done
}
