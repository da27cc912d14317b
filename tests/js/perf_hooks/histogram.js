"use strict";
const assert = require("node:assert");
const { createHistogram } = require("node:perf_hooks");

const h = createHistogram();
assert.strictEqual(h.constructor.name, "RecordableHistogram");
assert.deepStrictEqual([h.count, h.min, h.max, h.exceeds], [0, 9223372036854776000, 0, 0]);
assert(Number.isNaN(h.mean) && Number.isNaN(h.stddev));
assert.strictEqual(h.minBigInt, 9223372036854775807n);
assert.strictEqual(h.percentile(50), 0);
assert.deepStrictEqual(h.percentiles, new Map([[100, 0]]));

assert.strictEqual(h.record(5), undefined);
h.record(100n);
h.record(1000);
assert.deepStrictEqual([h.count, h.min, h.max, h.countBigInt, h.minBigInt, h.maxBigInt], [3, 5, 1000, 3n, 5n, 1000n]);
assert(Math.abs(h.mean - 1105 / 3) < 0.01);
assert(Math.abs(h.stddev - 448.3) < 1);
assert.deepStrictEqual([h.percentile(1), h.percentile(50), h.percentile(100)], [5, 100, 1000]);
assert.strictEqual(h.percentileBigInt(50), 100n);
assert.deepStrictEqual([...h.percentiles], [[0, 5], [50, 100], [75, 1000], [100, 1000]]);
assert.deepStrictEqual([...h.percentilesBigInt], [[0, 5n], [50, 100n], [75, 1000n], [100, 1000n]]);

h.record(2n ** 62n); // above the range
assert.deepStrictEqual([h.exceeds, h.exceedsBigInt, h.count], [1, 1n, 3]);

const other = createHistogram();
other.record(7);
assert.strictEqual(h.add(other), undefined);
assert.strictEqual(h.count, 4);
h.add(h);
assert.strictEqual(h.count, 8);

assert.strictEqual(h.reset(), undefined);
assert.deepStrictEqual([h.count, h.min, h.max, h.exceeds], [0, 9223372036854776000, 0, 0]);

h.recordDelta();
assert.strictEqual(h.count, 0);
h.recordDelta();
assert.strictEqual(h.count, 1);
assert(h.min > 0);

assert.throws(() => new h.constructor(), { code: "ERR_ILLEGAL_CONSTRUCTOR" });
assert.throws(() => Object.getPrototypeOf(h).record.call({}, 1), { code: "ERR_INVALID_THIS" });

// The range is exact, though the buckets reach beyond it.
const narrow = createHistogram({ highest: 1000 });
narrow.record(1000);
narrow.record(1001);
assert.deepStrictEqual([narrow.count, narrow.exceeds], [1, 1]);
