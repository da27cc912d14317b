// not-on-node: Node has no 'longtask' entries.
// The past is told to who asks for it, and nothing twice.
"use strict";
if (process.versions.rondo === undefined) return;
const assert = require("node:assert");

function holdTheLoop() {
  const end = performance.now() + 80;
  while (performance.now() < end);
}
const first = [];
const second = [];
const third = [];
const observe = (list, buffered) =>
  new PerformanceObserver((entries) => list.push(...entries.getEntries().map((entry) => entry.detail.number)))
    .observe({ type: "longtask", buffered });

setTimeout(() => {
  holdTheLoop();
  setImmediate(() => {
    observe(first, true);
    observe(second, false);
    setTimeout(() => {
      holdTheLoop();
      process.nextTick(() => observe(third, true)); // its task is not over
    }, 10);
  });
}, 1);
process.on("exit", () => {
  const kept = process.longTasks().map((task) => task.number);
  assert(kept.length >= 2);
  assert.deepStrictEqual(first, kept);
  assert.deepStrictEqual(third, kept);
  assert(second.length >= 1 && second.length < kept.length);
  assert.deepStrictEqual(second, kept.slice(-second.length));
});
