// not-on-node: RONDO_OPTIONS
// env: RONDO_OPTIONS=--nonsense
// expect-exit: 9
// expect-stderr: ^rondo: bad option: --nonsense\n$
