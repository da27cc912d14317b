"use strict";
const assert = require("node:assert");
const util = require("node:util");
const { performance } = require("node:perf_hooks");

const { nodeTiming } = performance;
assert.strictEqual(nodeTiming, performance.nodeTiming);
assert.strictEqual(nodeTiming.constructor.name, "PerformanceNodeTiming");
assert(nodeTiming instanceof PerformanceEntry);
const names = ["name", "entryType", "startTime", "duration", "nodeStart", "v8Start", "bootstrapComplete", "environment",
  "loopStart", "loopExit", "idleTime"];
assert.deepStrictEqual(Object.keys(nodeTiming.toJSON()), names);
assert.deepStrictEqual([nodeTiming.name, nodeTiming.entryType, nodeTiming.startTime], ["node", "node", 0]);
assert.deepStrictEqual([nodeTiming.loopStart, nodeTiming.loopExit, nodeTiming.idleTime], [-1, -1, 0]);
const { nodeStart, v8Start, environment, bootstrapComplete } = nodeTiming;
assert(0 <= nodeStart && nodeStart <= v8Start && v8Start <= environment && environment <= bootstrapComplete);
assert(bootstrapComplete > 0 && bootstrapComplete < nodeTiming.duration);
assert.deepStrictEqual(Object.keys(nodeTiming.uvMetricsInfo), ["loopCount", "events", "eventsWaiting"]);
assert.match(util.inspect(performance), /^Performance \{\n {2}nodeTiming: PerformanceNodeTiming \{\n {4}name: 'node',/);
assert.deepStrictEqual(Object.keys(performance.toJSON()), ["nodeTiming", "timeOrigin", "eventLoopUtilization"]);

performance.eventLoopUtilization();
setTimeout(() => {
  assert(nodeTiming.loopStart >= bootstrapComplete);
  assert(nodeTiming.idleTime > 0, `${nodeTiming.idleTime}`);
  assert.strictEqual(nodeTiming.loopExit, -1);
  assert(nodeTiming.uvMetricsInfo.loopCount > 0);
}, 30);
process.on("exit", () => assert(nodeTiming.loopExit > nodeTiming.loopStart));
