#!/usr/bin/env bash
# Standard streams as the shell gives them: closed, broken, full, slow, a terminal. Usage: stdio.sh RONDO
set -uo pipefail
rondo=$1
failed=0
expect() { # NAME EXPECTED ACTUAL
  [ "$2" = "$3" ] && return
  printf 'FAIL %s\n  expected: %q\n  got:      %q\n' "$1" "$2" "$3"
  failed=1
}

expect "a large output through a slow pipe, then exit" 3000000 \
  "$("$rondo" -e 'process.stdout.write("x".repeat(3e6)); process.exit(0)' | (sleep 0.2; wc -c))"

status=$(mktemp)
trap 'rm -f "$status"' EXIT
(
  "$rondo" -e 'setInterval(() => process.stdout.write("line\n"), 10); setTimeout(() => process.exit(99), 20000);
    process.stdout.on("error", (e) => { process.stderr.write(e.message); process.exit(3); })' 2>&3
  echo $? >"$status"
) 3>"$status.err" | head -1 >/dev/null
expect "a broken pipe is an error, not a signal" "3 write EPIPE" "$(cat "$status") $(cat "$status.err")"
rm -f "$status.err"

expect "console.log to a full device goes on" "write ENOSPC" \
  "$("$rondo" -e 'console.log(1); process.stdout.on("error", (e) => console.error(e.syscall, e.code)); process.stdout.write("x")' 2>&1 >/dev/full)"

"$rondo" -e 'console.log(1); console.error(2); process.stdin.on("end", () => process.exit(4)).resume()' <&- >&- 2>&-
expect "closed descriptors read as empty and swallow" 4 $?

{ "$rondo" -e 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)'; } 2>/dev/null
expect "a signal nobody listens to" 143 $?

expect "one line for a missing script" "1 rondo: cannot find './no-such-script.js'" \
  "$(text=$("$rondo" ./no-such-script.js 2>&1); echo "$? $text")"

if command -v script >/dev/null; then
  expect "a terminal" "true true true tty" \
    "$(script -qec "'$rondo' -p '[process.stdin.isTTY, process.stdout.isTTY, process.stdout.columns >= 0, process.stdout._type].join(\" \")'" /dev/null | tr -d '\r')"
  expect "no script and a terminal" "9 yes" \
    "$(text=$(script -qec "'$rondo'" /dev/null); echo "$? $(grep -q 'Usage: rondo' <<<"$text" && echo yes)")"
  expect "raw mode is undone when the process exits" "icanon" \
    "$(script -qec "'$rondo' -e 'process.stdin.setRawMode(true); process.exit()'; stty -a | grep -ow -- '-\?icanon'" /dev/null | tr -d '\r')"
fi
exit $failed
