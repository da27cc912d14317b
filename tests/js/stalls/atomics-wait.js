// Sleeping in Atomics.wait: native code, said to be so; the place is the function that waited.
const { expect } = require('../../fixtures/stalls/expect.js');

function sleep() { // begin
  const cell = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(cell, 0, 0, 200);
  return Math.max(cell[0], Date.now());
} // end
const assert = require('node:assert');
expect(__filename, { type: 'sync-call', name: 'Atomics.wait', first: 'begin', last: 'end' }, () => sleep(), (task) => {
  assert(task.cause.duration >= 150);
});
