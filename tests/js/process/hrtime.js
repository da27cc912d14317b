const assert = require("node:assert");
const start = process.hrtime();
assert.ok(Array.isArray(start) && start.length === 2 && start.every(Number.isInteger));
const big = process.hrtime.bigint();
assert.strictEqual(typeof big, "bigint");
const passed = process.hrtime(start);
assert.ok(passed[0] >= 0 && passed[1] >= 0 && passed[1] < 1e9);
assert.deepStrictEqual(process.hrtime([start[0] + 1, start[1]])[0] <= -1, true);
assert.throws(() => process.hrtime(1), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => process.hrtime([1]), {
  code: "ERR_OUT_OF_RANGE",
  message: 'The value of "time" is out of range. It must be 2. Received 1',
});
assert.ok(process.hrtime.bigint() > big);
