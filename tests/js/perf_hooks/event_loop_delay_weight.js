// not-on-node: Node's count a stall once, however long it was.
// A stall weighs by its length, and an idle loop has no delay.
"use strict";
const assert = require("node:assert");
const { monitorEventLoopDelay } = require("node:perf_hooks");

if (process.versions.rondo !== undefined) {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  monitor.enable();
  setTimeout(() => {
    const before = performance.now();
    while (performance.now() < before + 200);
    const blocked = performance.now() - before;
    setTimeout(() => {
      monitor.disable();
      const passed = performance.now() - started;
      assert(monitor.min < 1e6, `${monitor.min}`);
      assert(monitor.count >= Math.floor(blocked) && monitor.count <= passed + 2, `${monitor.count} of ${passed}`);
      // Each of the 200 moments found what was left: half of it on average.
      assert(monitor.mean * monitor.count > (0.9 * (blocked * 1e6) * blocked) / 2, `${monitor.mean} ${monitor.count}`);
      assert(monitor.max > blocked * 0.98e6);
    }, 50);
  }, 50);
}
