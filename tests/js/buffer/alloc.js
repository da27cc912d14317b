// alloc() clears its memory or repeats a fill; allocUnsafe() only has the size.
const assert = require("node:assert");
assert.deepStrictEqual([...Buffer.alloc(3)], [0, 0, 0]);
assert.strictEqual(Buffer.alloc(5, "ab").toString(), "ababa");
assert.strictEqual(Buffer.alloc(4, "6162", "hex").toString(), "abab");
assert.deepStrictEqual([...Buffer.alloc(3, 257)], [1, 1, 1]);
assert.strictEqual(Buffer.allocUnsafe(10).length, 10);
assert.strictEqual(Buffer.allocUnsafe(0).length, 0);
for (const size of ["5", null, undefined, {}]) {
  assert.throws(() => Buffer.alloc(size), { code: "ERR_INVALID_ARG_TYPE", name: "TypeError" });
}
for (const size of [-1, NaN, Infinity, 2 ** 53]) {
  assert.throws(() => Buffer.allocUnsafe(size), { code: "ERR_OUT_OF_RANGE", name: "RangeError" });
}
assert.throws(() => Buffer.alloc(3, "zz", "hex"), { code: "ERR_INVALID_ARG_VALUE" });
