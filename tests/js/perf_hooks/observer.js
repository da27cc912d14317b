"use strict";
const assert = require("node:assert");
const { performance, PerformanceObserver } = require("node:perf_hooks");

const order = [];
const observer = new PerformanceObserver((list, self) => {
  assert.strictEqual(self, observer);
  order.push(list.getEntries().map((e) => e.name).join());
  assert.strictEqual(list.getEntriesByType("measure").length, 1);
  observer.disconnect();
  performance.mark("not seen");
});
observer.observe({ entryTypes: ["mark", "measure"] });
performance.mark("a", { startTime: 1 });
performance.measure("b", { start: 2, end: 3 });
order.push("sync");
Promise.resolve().then(() => order.push("micro"));
process.on("exit", () => assert.deepStrictEqual(order, ["sync", "micro", "a,b"]));
