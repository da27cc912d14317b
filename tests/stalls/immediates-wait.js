// title: A timer that takes long, while an immediate waits
// activity: javascript
// at: spins
// invoker: callback
// victims: immediates
setTimeout(() => setImmediate(() => {}), 20);
setTimeout(function report() { // callback
  const end = Date.now() + 200;
  while (Date.now() < end); // spins
}, 20);
