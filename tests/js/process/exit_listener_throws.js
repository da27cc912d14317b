// expect-exit: 1
// expect-stderr: Error: in exit
process.on("exit", () => {
  throw new Error("in exit");
});
