// expect-exit: 7
// expect-stderr: Error: second
// expect-stdout: ^$
process.on("exit", () => console.log("never"));
process.on("uncaughtException", () => {
  throw new Error("second");
});
throw new Error("first");
