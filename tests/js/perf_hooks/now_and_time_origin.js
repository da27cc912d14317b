"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

const a = performance.now();
const b = performance.now();
assert.ok(a > 0 && b >= a && b < 60_000);
assert.ok(Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 1000);
assert.strictEqual(globalThis.performance, performance);
assert.strictEqual(performance.toJSON().timeOrigin, performance.timeOrigin);
assert.strictEqual(Object.prototype.toString.call(performance), "[object Performance]");
