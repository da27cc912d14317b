// expect-stderr: ^$
// A long task that kept nobody waiting is recorded, and nothing is printed.
const assert = require('node:assert');

const end = Date.now() + 120;
while (Date.now() < end);
setTimeout(() => {
  const tasks = process.longTasks();
  assert.strictEqual(tasks.length, 1);
  assert.strictEqual(tasks[0].kind, 'main');
  for (const [kind, { count }] of Object.entries(tasks[0].victims)) assert.strictEqual(count, 0, kind);
}, 1);
