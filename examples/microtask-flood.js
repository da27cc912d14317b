// Promises alone can hold the loop: each reaction queues the next one, and no timer comes in between. Rondo says which
// function fed the flood.   rondo examples/microtask-flood.js
const end = Date.now() + 300;
const start = Date.now();

setTimeout(() => console.log(`the 10 ms timer ran after ${Date.now() - start} ms`), 10);

function flood() {
  if (Date.now() < end) Promise.resolve().then(flood);
}
flood();
