"use strict";
const assert = require("node:assert");
const { monitorEventLoopDelay } = require("node:perf_hooks");

const monitor = monitorEventLoopDelay({ resolution: 1 });
assert.strictEqual(monitor.count, 0);
assert.strictEqual(monitor.record, undefined);
assert.strictEqual(monitor.enable(), true);
assert.strictEqual(monitor.enable(), false);

function block(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
let rounds = 0;
setTimeout(function round() {
  if (rounds++ < 5) {
    block(100);
    setTimeout(round, 20);
    return;
  }
  assert(monitor.count > 0);
  assert(monitor.max >= 90e6, `${monitor.max}`);
  assert(monitor.mean > 0 && monitor.stddev > 0);
  assert(monitor.percentile(99.9) >= monitor.percentile(50));
  assert.strictEqual(typeof monitor.percentileBigInt(99), "bigint");
  assert.strictEqual(monitor.disable(), true);
  assert.strictEqual(monitor.disable(), false);
  const { count } = monitor;
  assert.strictEqual(monitor.reset(), undefined);
  assert.strictEqual(monitor.count, 0);
  assert(count > 0);
}, 20);
