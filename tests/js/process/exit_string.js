// expect-exit: 9
process.exit("9");
