// flags: --no-such-option
// expect-exit: 9
// expect-stderr: ^\S*(rondo|node): bad option: --no-such-option\n$
