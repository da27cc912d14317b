"use strict";
const assert = require("node:assert");
const perf = require("node:perf_hooks");
const { performance, eventLoopUtilization } = perf;

const zeros = { idle: 0, active: 0, utilization: 0 };
assert.deepStrictEqual(performance.eventLoopUtilization(), zeros); // the loop does not run yet
assert.deepStrictEqual(performance.eventLoopUtilization({ idle: 1, active: 2, utilization: 0.5 }), zeros);

setTimeout(() => {
  const first = performance.eventLoopUtilization();
  assert(first.idle > 0 && first.active >= 0);
  assert(Math.abs(first.utilization - first.active / (first.idle + first.active)) < 1e-9);
  const end = performance.now() + 60;
  while (performance.now() < end);
  const busy = performance.eventLoopUtilization(first);
  assert(busy.active >= 59, `${busy.active}`);
  assert(busy.utilization > 0.9, `${busy.utilization}`);
  setTimeout(() => {
    const second = eventLoopUtilization();
    assert(second.idle > first.idle);
    const passed = performance.now() - performance.nodeTiming.loopStart;
    assert(second.idle + second.active <= passed && second.idle + second.active > passed - 1000);
    const between = performance.eventLoopUtilization(second, first);
    assert(Math.abs(between.idle - (second.idle - first.idle)) < 1e-6);
    assert(Math.abs(between.active - (second.active - first.active)) < 1e-6);
    assert(between.utilization > 0 && between.utilization < 1);
  }, 60);
}, 50);
