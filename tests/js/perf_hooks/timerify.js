// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

function add(a, b) {
  return a + b;
}
const timed = performance.timerify(add);
assert.strictEqual(timed.name, "timerified add");
assert.strictEqual(timed.length, 2);
const observer = new PerformanceObserver((list) => {
  const [entry] = list.getEntries();
  assert.strictEqual(entry.name, "add");
  assert.strictEqual(entry.entryType, "function");
  assert.deepStrictEqual(entry.detail, [1, 2]);
  observer.disconnect();
  console.log("done");
});
observer.observe({ entryTypes: ["function"] });
assert.strictEqual(timed(1, 2), 3);
