// flags: --env-file=fixtures/none.env
// expect-exit: 9
// expect-stderr: fixtures/none.env: not found
