"use strict";
const assert = require("node:assert");
const { createHistogram, performance, timerify } = require("node:perf_hooks");

const histogram = createHistogram();
const f = performance.timerify((a) => a + 1, { histogram });
assert.deepStrictEqual([f(1), f(2)], [2, 3]);
assert.strictEqual(histogram.count, 2);
assert(histogram.min >= 1);
const g = timerify(() => new Promise((resolve) => setTimeout(resolve, 20)), { histogram });
g().then(() => {
  assert.strictEqual(histogram.count, 3);
  assert(histogram.max >= 15e6, `${histogram.max}`);
});
