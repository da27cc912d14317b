// Thread pool work that was done while the loop was held is counted among those that waited.
const assert = require('node:assert');
const fs = require('node:fs');

setTimeout(() => {
  for (let i = 0; i < 3; i++) fs.stat(__filename, () => {});
  const end = Date.now() + 150;
  while (Date.now() < end);
  setImmediate(() => {
    const task = process.longTasks().at(-1);
    assert.strictEqual(task.victims.completions.count, 3, JSON.stringify(task.victims));
    assert(task.victims.completions.longest > 100);
  });
}, 1);
