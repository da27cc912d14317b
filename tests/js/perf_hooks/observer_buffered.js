// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

performance.mark("before");
const observer = new PerformanceObserver((list) => {
  assert.deepStrictEqual(list.getEntries().map((e) => e.name), ["before"]);
  observer.disconnect();
  console.log("done");
});
observer.observe({ type: "mark", buffered: true });
