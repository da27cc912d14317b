// expect-stdout: ^unhandled lost true\nhandled true\n$
let promise;
process.on("unhandledRejection", (reason, p) => {
  console.log("unhandled", reason.message, p === promise);
  setTimeout(() => promise.catch(() => {}), 1);
});
process.on("rejectionHandled", (p) => console.log("handled", p === promise));
promise = Promise.reject(new Error("lost"));
