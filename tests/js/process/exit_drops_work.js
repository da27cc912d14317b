// expect-stdout: ^exit\n$
process.on("exit", () => {
  console.log("exit");
  process.nextTick(() => console.log("no tick"));
  setImmediate(() => console.log("no immediate"));
});
