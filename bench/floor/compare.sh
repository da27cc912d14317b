#!/usr/bin/env bash
# CPU time a request, of the floor and of a JavaScript runtime in turns. Usage: bench/floor/compare.sh [runtime] [rounds] [seconds]
# The load comes from wrk over loopback with 64 connections; what counts is the time that the server alone ran.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
runtime=${1:-$here/../../build/release/rondo}
rounds=${2:-3}
seconds=${3:-4}
floor=$here/../../build/release/bench/floor/floor_server

# Nanoseconds that all threads of a process have run.
cpu() { cat /proc/"$1"/task/*/schedstat | awk '{ sum += $1 } END { printf "%.0f", sum }'; }

# measure NAME COMMAND...: one round
measure() {
  local name=$1 port=$((20000 + RANDOM % 20000)) pid before after requests
  shift
  "$@" "$port" &
  pid=$!
  sleep 0.5
  wrk -t1 -c64 -d1s "http://127.0.0.1:$port/" >/dev/null
  before=$(cpu "$pid")
  requests=$(wrk -t1 -c64 -d"${seconds}s" "http://127.0.0.1:$port/" | awk '/requests in/ { print $1 }')
  after=$(cpu "$pid")
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  awk -v n="$name" -v t=$((after - before)) -v r="$requests" -v s="$seconds" \
    'BEGIN { printf "%-8s %8.2f us CPU a request, %8.0f requests a second\n", n, t / r / 1e3, r / s }'
}

for ((i = 0; i < rounds; i++)); do
  measure floor "$floor"
  measure "$(basename "$runtime")" "$runtime" "$here/hello.js"
done
