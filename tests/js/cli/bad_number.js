// not-on-node: an option of Rondo
// flags: --long-task-threshold=-4
// expect-exit: 9
// expect-stderr: ^rondo: --long-task-threshold: must be a number above 0, not -4\n$
