"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

performance.mark("late", { startTime: 50 });
performance.mark("early", { startTime: 1 });
performance.measure("span", { start: 2, end: 3 });
assert.deepStrictEqual(performance.getEntries().map((e) => e.name), ["early", "span", "late"]);
assert.strictEqual(performance.getEntriesByName("span", "measure").length, 1);
assert.strictEqual(performance.getEntriesByName("span", "mark").length, 0);
assert.strictEqual(performance.getEntriesByType("mark").length, 2);
performance.clearMarks("late");
assert.deepStrictEqual(performance.getEntriesByType("mark").map((e) => e.name), ["early"]);
performance.clearMarks();
performance.clearMeasures();
assert.deepStrictEqual(performance.getEntries(), []);
