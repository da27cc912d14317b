// expect-exit: 5
// expect-stdout: ^once 3\n$
process.on("exit", (code) => {
  console.log("once", code);
  process.exit(5);
});
process.exit(3);
