// A cached file's callback comes in a task of its own: after ticks, microtasks and immediates of the task that asked.
const assert = require('node:assert');
const fs = require('node:fs');
fs.readFileSync(__filename);
const order = [];
fs.readFile(__filename, () => {
  order.push('read 1');
  process.nextTick(() => order.push('tick in read 1'));
  Promise.resolve().then(() => order.push('microtask in read 1'));
});
setImmediate(() => order.push('immediate'));
Promise.resolve().then(() => order.push('microtask'));
process.nextTick(() => order.push('tick'));
order.push('main');
process.on('exit', () => {
  assert.deepStrictEqual(order, [
    'main', 'tick', 'microtask', 'immediate', 'read 1', 'tick in read 1', 'microtask in read 1',
  ]);
});
