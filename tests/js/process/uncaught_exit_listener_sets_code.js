// expect-exit: 33
process.on("exit", () => {
  process.exitCode = 33;
});
throw new Error("first");
