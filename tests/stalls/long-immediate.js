// title: An immediate that takes long, while a timer waits
// activity: javascript
// task: immediate
// at: spins
// invoker: callback
// victims: timers
setImmediate(function flush() { // callback
  setTimeout(() => {}, 1);
  const end = Date.now() + 200;
  while (Date.now() < end); // spins
});
