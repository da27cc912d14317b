// Short Buffers share a block of memory; allocUnsafeSlow() and long ones do not.
const assert = require("node:assert");
assert.strictEqual(Buffer.poolSize, 8192);
const a = Buffer.allocUnsafe(10);
const b = Buffer.from("hello");
assert.strictEqual(a.buffer, b.buffer);
assert.strictEqual(a.buffer.byteLength, 8192);
assert.strictEqual(b.byteOffset % 8, 0);
assert.notStrictEqual(Buffer.allocUnsafeSlow(10).buffer, a.buffer);
assert.strictEqual(Buffer.allocUnsafeSlow(10).buffer.byteLength, 10);
assert.strictEqual(Buffer.allocUnsafe(4096).buffer.byteLength, 4096);
// Buffers from the pool do not overlap.
const many = Array.from({ length: 5000 }, (_, i) => Buffer.from(`number ${i}`));
many.forEach((buffer, i) => assert.strictEqual(buffer.toString(), `number ${i}`));
