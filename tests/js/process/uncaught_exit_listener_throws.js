// expect-exit: 1
// expect-stderr: Error: first
process.on("exit", () => {
  throw new Error("second");
});
setTimeout(() => {
  throw new Error("first");
});
