// flags: --require --no-warnings
// expect-exit: 9
// expect-stderr: --require requires an argument
