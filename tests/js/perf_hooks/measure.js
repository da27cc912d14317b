"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

performance.mark("a", { startTime: 10 });
performance.mark("b", { startTime: 25 });
const measure = performance.measure("m", "a", "b");
assert.strictEqual(measure.startTime, 10);
assert.strictEqual(measure.duration, 15);
assert.strictEqual(measure.entryType, "measure");
assert.strictEqual(performance.measure("m", { start: 1, end: 4 }).duration, 3);
assert.strictEqual(performance.measure("m", { start: 1, duration: 4 }).duration, 4);
assert.strictEqual(performance.measure("m", { end: 10, duration: 4 }).startTime, 6);
assert.strictEqual(performance.measure("m").startTime, 0);
assert.throws(() => performance.measure("m", "none"), {
  name: "SyntaxError",
  message: 'The "none" performance mark has not been set',
});
assert.throws(() => performance.measure("m", { start: 1, end: 2, duration: 1 }), {
  code: "ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS",
});
