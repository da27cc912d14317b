// flags: --unhandled-rejections=warn
// expect-stderr: UnhandledPromiseRejectionWarning: Error: lost
// expect-stdout: ^goes on\n$
Promise.reject(new Error("lost"));
setTimeout(() => console.log("goes on"), 5);
