// not-on-node: RONDO_OPTIONS
// env: RONDO_OPTIONS=--check
// expect-exit: 9
// expect-stderr: ^rondo: --check is not allowed in RONDO_OPTIONS\n$
