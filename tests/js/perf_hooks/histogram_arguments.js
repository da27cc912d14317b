"use strict";
const assert = require("node:assert");
const { createHistogram, monitorEventLoopDelay, performance } = require("node:perf_hooks");

const h = createHistogram();
const throws = (fn, name, code, message) => assert.throws(fn, { name, code, ...(message && { message }) });
const range = (name, what, got) => `The value of "${name}" is out of range. It must be ${what}. Received ${got}`;

for (const bad of ["a", undefined, null, {}]) throws(() => h.record(bad), "TypeError", "ERR_INVALID_ARG_TYPE");
throws(() => h.record(0), "RangeError", "ERR_OUT_OF_RANGE", range("val", ">= 1 && <= 9007199254740991", 0));
for (const bad of [-1, 2 ** 53, 1.5, NaN, 0n, -1n, 2n ** 63n]) throws(() => h.record(bad), "RangeError", "ERR_OUT_OF_RANGE");
assert.strictEqual(h.count, 0);

throws(() => h.percentile(0), "RangeError", "ERR_OUT_OF_RANGE", range("percentile", "> 0 && <= 100", 0));
for (const bad of [-1, 101, NaN]) throws(() => h.percentileBigInt(bad), "RangeError", "ERR_OUT_OF_RANGE");
for (const bad of ["a", null, 1n]) throws(() => h.percentile(bad), "TypeError", "ERR_INVALID_ARG_TYPE");
for (const bad of [1, {}, monitorEventLoopDelay()]) throws(() => h.add(bad), "TypeError", "ERR_INVALID_ARG_TYPE");

for (const bad of [null, 1]) throws(() => createHistogram(bad), "TypeError", "ERR_INVALID_ARG_TYPE");
for (const bad of [{ lowest: "a" }, { highest: "a" }, { figures: "a" }]) {
  throws(() => createHistogram(bad), "TypeError", "ERR_INVALID_ARG_TYPE");
}
const outside = [{ lowest: 0 }, { lowest: -1 }, { lowest: 10, highest: 5 }, { lowest: 10, highest: 19 }, { highest: 1 },
  { figures: 0 }, { figures: 6 }, { figures: 1.2 }, { lowest: 1.5 }, { highest: 2 ** 53 }];
for (const bad of outside) throws(() => createHistogram(bad), "RangeError", "ERR_OUT_OF_RANGE");
for (const good of [{}, { lowest: 10, highest: 20 }, { figures: 1 }, { figures: 5 }, { highest: 2 ** 53 - 1 }]) createHistogram(good);
const narrow = createHistogram({ lowest: 1, highest: 1000, figures: 1 });
narrow.record(1_000_000);
assert.deepStrictEqual([narrow.count, narrow.exceeds], [0, 1]);

for (const bad of [null, 1]) throws(() => monitorEventLoopDelay(bad), "TypeError", "ERR_INVALID_ARG_TYPE");
throws(() => monitorEventLoopDelay({ resolution: "a" }), "TypeError", "ERR_INVALID_ARG_TYPE");
for (const bad of [0, -1, 1.5]) throws(() => monitorEventLoopDelay({ resolution: bad }), "RangeError", "ERR_OUT_OF_RANGE");

for (const bad of [1, {}, monitorEventLoopDelay()]) {
  throws(() => performance.timerify(() => {}, { histogram: bad }), "TypeError", "ERR_INVALID_ARG_TYPE");
}
