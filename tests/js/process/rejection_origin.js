// expect-stdout: ^lost unhandledRejection\n$
process.on("uncaughtException", (error, origin) => console.log(error.message, origin));
Promise.reject(new Error("lost"));
