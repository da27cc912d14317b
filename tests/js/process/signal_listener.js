// expect-stdout: ^tick\nSIGUSR2 SIGUSR2 12\nonce SIGINT\n$
const keep = setInterval(() => {}, 1000);
process.on("SIGUSR2", (name, number) => {
  console.log("SIGUSR2", name, number);
  process.once("SIGINT", (second) => {
    console.log("once", second);
    clearInterval(keep);
  });
  process.kill(process.pid, "SIGINT");
});
process.kill(process.pid, "SIGUSR2");
process.nextTick(() => console.log("tick"));
