// expect-exit: 130
const listener = () => console.log("never");
process.on("SIGINT", listener);
process.off("SIGINT", listener);
setTimeout(() => process.kill(process.pid, "SIGINT"), 10);
setTimeout(() => {}, 5000);
