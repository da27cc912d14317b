// title: The process is stopped for 300 ms (`SIGSTOP`, a debugger, a paused machine)
// activity: none
// victims: none
// stop: 300 ms
const end = Date.now() + 1500;
function tick() {
  const stop = Date.now() + 10;
  while (Date.now() < stop);
  if (Date.now() < end) setImmediate(tick);
}
setTimeout(tick, 10);
setTimeout(() => console.log('ready'), 100);
