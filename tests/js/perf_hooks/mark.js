"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

const before = performance.now();
const mark = performance.mark("a");
assert.ok(mark.startTime >= before);
assert.strictEqual(mark.duration, 0);
assert.strictEqual(mark.entryType, "mark");
assert.strictEqual(mark.detail, null);
const detailed = performance.mark("b", { startTime: 5, detail: { x: 1 } });
assert.deepStrictEqual(detailed.toJSON(), { name: "b", entryType: "mark", startTime: 5, duration: 0, detail: { x: 1 } });
assert.throws(() => performance.mark(), { code: "ERR_MISSING_ARGS" });
assert.throws(() => performance.mark("x", { startTime: -1 }), { code: "ERR_PERFORMANCE_INVALID_TIMESTAMP" });
