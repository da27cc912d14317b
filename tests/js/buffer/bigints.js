const assert = require("node:assert");
const b = Buffer.alloc(8);
assert.strictEqual(b.writeBigUInt64LE(0x0102030405060708n), 8);
assert.strictEqual(b.toString("hex"), "0807060504030201");
assert.strictEqual(b.readBigUInt64BE(), 0x0807060504030201n);
b.writeBigInt64BE(-2n);
assert.strictEqual(b.readBigInt64BE(), -2n);
assert.strictEqual(b.readBigUint64BE(), 2n ** 64n - 2n);
assert.throws(() => b.writeBigUInt64LE(2n ** 64n), {
  code: "ERR_OUT_OF_RANGE",
  message:
    'The value of "value" is out of range. It must be >= 0n and < 2n ** 64n. Received 18_446_744_073_709_551_616n',
});
assert.throws(() => b.writeBigInt64LE(2n ** 63n), /must be >= -\(2n \*\* 63n\) and < 2n \*\* 63n/);
assert.throws(() => b.writeBigInt64LE(5), TypeError);
assert.throws(() => b.readBigInt64LE(1), { code: "ERR_OUT_OF_RANGE" });
