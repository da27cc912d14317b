// not-on-node: an option of Rondo
// flags: --list-builtins
// expect-stdout: \nevents\nfs\n
