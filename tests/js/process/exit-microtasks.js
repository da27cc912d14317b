// expect-stdout: ^micro\nqueued\n$
// Microtasks queued by 'exit' listeners run; ticks and timers do not.
process.on('exit', () => {
  Promise.resolve().then(() => console.log('micro'));
  queueMicrotask(() => console.log('queued'));
  process.nextTick(() => console.log('tick'));
  setTimeout(() => console.log('timer'), 0);
});
