// expect-stderr: ^$
// A long task that kept nobody waiting is recorded, and nothing is printed.
const assert = require('node:assert');

const end = Date.now() + 120;
while (Date.now() < end);
setTimeout(() => {
  const [main] = process.longTasks();
  assert.strictEqual(main.kind, 'main');
  assert(main.duration >= 119);
  for (const [kind, { count }] of Object.entries(main.victims)) assert.strictEqual(count, 0, kind);
}, 500);
