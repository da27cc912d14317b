# shellcheck shell=bash
# shellcheck disable=SC2034  # read by the files that source this one
# What the private root holds. Changing anything here makes the next run build the root anew.

# Raised when the layout of the root changes (links, pruning, header folders).
ROOT_FORMAT=1

WANTED=(
  libnode-dev libuv1-dev libllhttp-dev          # the engine, the loop, the HTTP parser
  libada-url-dev libsimdutf-dev                 # URLs, UTF-8 and base64
  libssl-dev libicu-dev zlib1g-dev libbrotli-dev
  libhdr-histogram-dev libcli11-dev
  libgtest-dev libgmock-dev libbenchmark-dev    # tests and benchmarks
  libc6-dev libstdc++6                          # the C library all of these were built against
  libasan8 libubsan1 libtsan2                   # the sanitizers' runtimes
)

# Dependencies that neither compiling, linking nor running needs: an extended regular expression
# for whole package names. libnode's own JavaScript, Node itself, tools, sources, data, headers of
# the kernel (the machine's C headers are used).
UNWANTED='node-.*|nodejs|npm|perl.*|icu-devtools|googletest|gcc-[0-9]+-base|libc-dev-bin'
UNWANTED+='|libc-gconv-modules-extra|linux-libc-dev|libcrypt-dev|rpcsvc-proto|openssl-provider-legacy'

# Header folders, one per library, so that a target sees a library's headers only when it links to
# that library: "name entry...", entries relative to usr/include.
HEADERS=(
  "uv uv.h uv"
  "llhttp llhttp.h"
  "ada ada.h ada_c.h ada"
  "simdutf simdutf.h simdutf_c.h simdutf"
  "cli11 CLI"
  "gtest gtest"
  "gmock gmock"
  "benchmark benchmark"
  "hdr hdr"
  "openssl openssl"
  "icu unicode"
  "zlib zlib.h zconf.h"
  "brotli brotli"
)
V8_HEADERS=usr/include/nodejs/deps/v8/include
