// expect-stdout: ^before 0\ntimer\nbefore 0\nexit 0\n$
let turns = 0;
process.on("beforeExit", (code) => {
  console.log("before", code);
  if (turns++ === 0) setTimeout(() => console.log("timer"), 1);
});
process.on("exit", (code) => console.log("exit", code));
