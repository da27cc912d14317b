// expect-stderr: ^rondo: the loop has been held for 2\.\d s so far, by task \d+ \(main\), now in Atomics\.wait at .*while-stuck\.js:4:9\n
// A task that goes on holding the loop is reported while it does, by a thread that needs no answer from it.
setTimeout(() => {}, 1);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2600);
