// expect-exit: 143
process.kill(process.pid, "SIGTERM");
setInterval(() => {}, 1000);
