"use strict";
const assert = require("node:assert");
const util = require("node:util");
const { createHistogram } = require("node:perf_hooks");

const h = createHistogram();
h.record(3);
const text = util.inspect(h);
assert.match(text, /^Histogram \{\n {2}min: 3,\n {2}max: 3,\n {2}mean: 3,\n {2}exceeds: 0,\n {2}stddev: 0,\n/);
assert.match(text, /\n {2}count: 1,\n {2}percentiles: Map\(2\) \{ 0 => 3, 100 => 3 \}\n\}$/);
assert.strictEqual(util.inspect({ h }, { depth: 0 }), "{ h: [RecordableHistogram] }");
const json = JSON.parse(JSON.stringify(h));
assert.deepStrictEqual([json.count, json.min, json.max, json.mean, json.exceeds, json.stddev], [1, 3, 3, 3, 0, 0]);
assert.deepStrictEqual(json.percentiles, { 0: 3, 100: 3 });
