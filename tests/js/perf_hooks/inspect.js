"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

const util = require("node:util");
assert.strictEqual(
  util.inspect(performance.mark("a", { startTime: 5 })),
  "PerformanceMark {\n  name: 'a',\n  entryType: 'mark',\n  startTime: 5,\n  duration: 0,\n  detail: null\n}",
);
