// expect-stdout: ^monitor boom uncaughtException\nhandler boom uncaughtException\ngoes on\n$
process.on("uncaughtExceptionMonitor", (error, origin) => console.log("monitor", error.message, origin));
process.on("uncaughtException", (error, origin) => {
  console.log("handler", error.message, origin);
  setTimeout(() => console.log("goes on"), 1);
});
throw new Error("boom");
