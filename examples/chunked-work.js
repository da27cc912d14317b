// The same work done at once and in chunks: how often can a 5 ms timer run meanwhile?   rondo examples/chunked-work.js
const kItems = 6_000_000;

function work(from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) sum += Math.sqrt(i) * Math.sin(i);
  return sum;
}

function measure(name, run) {
  return new Promise((resolve) => {
    let ticks = 0;
    const start = performance.now();
    const timer = setInterval(() => ticks++, 5);
    run(() => {
      const ms = performance.now() - start;
      // One more turn, so that a timer that is overdue gets its chance before it is counted.
      setImmediate(() => {
        clearInterval(timer);
        console.log(`${name.padEnd(10)} ${ms.toFixed(0).padStart(5)} ms, the timer ran ${ticks} times meanwhile`);
        resolve();
      });
    });
  });
}

function atOnce(done) {
  work(0, kItems);
  done();
}

function inChunks(done, from = 0, size = 100_000) {
  work(from, Math.min(from + size, kItems));
  if (from + size >= kItems) return done();
  setImmediate(() => inChunks(done, from + size, size)); // timers and I/O have their turn in between
}

(async () => {
  await measure('at once', atOnce);
  await measure('in chunks', inChunks);
})();
