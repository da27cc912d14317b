// A long task names the callback that it was for: a timer's, an immediate's, an interval's, with its place.
const assert = require('node:assert');
const { lineOf } = require('../../fixtures/stalls/expect.js');

const spin = () => {
  const end = Date.now() + 80;
  while (Date.now() < end);
};
setTimeout(function later() { // a timer
  spin();
}, 1);
setImmediate(function soon() { // an immediate
  spin();
});
const interval = setInterval(function often() { // an interval
  clearInterval(interval);
  spin();
}, 200);

setTimeout(() => {
  const expected = { later: 'a timer', soon: 'an immediate', often: 'an interval' };
  for (const [name, marker] of Object.entries(expected)) {
    const task = process.longTasks().find((t) => t.invoker?.function === name);
    assert(task, `${name} is named: ${JSON.stringify(process.longTasks())}`);
    assert.strictEqual(task.invoker.file, __filename);
    assert.strictEqual(task.invoker.line, lineOf(__filename, marker));
    assert.strictEqual(task.cause.stack[0].function, 'spin');
  }
}, 500);
