// An observer whose callback throws does not keep the next from being called.
"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

let called = 0;
process.on("uncaughtException", (error) => assert.strictEqual(error.message, "mine"));
new PerformanceObserver(() => {
  throw new Error("mine");
}).observe({ entryTypes: ["mark"] });
new PerformanceObserver(() => called++).observe({ entryTypes: ["mark"] });
performance.mark("a");
process.on("exit", () => {
  if (process.versions.rondo !== undefined) assert.strictEqual(called, 1);
});
