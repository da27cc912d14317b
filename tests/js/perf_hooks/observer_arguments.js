"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

assert.throws(() => new PerformanceObserver(), { code: "ERR_INVALID_ARG_TYPE" });
const observer = new PerformanceObserver(() => {});
assert.throws(() => observer.observe({}), { code: "ERR_MISSING_ARGS" });
assert.throws(() => observer.observe({ entryTypes: 5 }), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => observer.observe({ entryTypes: ["mark"], type: "mark" }), { code: "ERR_INVALID_ARG_VALUE" });
for (const type of ["mark", "measure", "function"]) {
  assert.ok(PerformanceObserver.supportedEntryTypes.includes(type));
}
const other = new PerformanceObserver(() => {});
other.observe({ type: "mark" });
assert.throws(() => other.observe({ entryTypes: ["mark"] }), { name: "InvalidModificationError" });
performance.mark("x");
assert.deepStrictEqual(other.takeRecords().map((e) => e.name), ["x"]);
