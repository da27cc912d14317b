// not-on-node: Node has no 'longtask' entries.
// The main script's own long task is told too, and the last thing that happens before 'exit'.
"use strict";
if (process.versions.rondo === undefined) return;
const assert = require("node:assert");

let told = 0;
new PerformanceObserver((list) => {
  const [entry] = list.getEntries();
  assert.strictEqual(entry.detail.kind, "main");
  assert.strictEqual(entry.invokerType, "classic-script");
  assert(entry.invoker.startsWith("file:///") && entry.invoker.endsWith("/longtask_main.js"));
  told++;
}).observe({ entryTypes: ["longtask"] });
const end = performance.now() + 120;
while (performance.now() < end);
process.on("exit", () => assert.strictEqual(told, 1));
