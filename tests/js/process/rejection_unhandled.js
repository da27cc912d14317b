// expect-exit: 1
// expect-stderr: RangeError: lost
Promise.reject(new RangeError("lost"));
setTimeout(() => console.log("never"), 100);
