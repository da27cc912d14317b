// expect-stdout: ^exit\n$
process.on("exit", () => {
  console.log("exit");
  process.nextTick(() => console.log("no tick"));
  Promise.resolve().then(() => console.log("no microtask"));
  setImmediate(() => console.log("no immediate"));
});
