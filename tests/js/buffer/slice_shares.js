// slice() and subarray() share the memory, unlike Uint8Array.prototype.slice.
const assert = require("node:assert");
const b = Buffer.from("abcdef");
const part = b.slice(1, 3);
part[0] = 120;
assert.strictEqual(b.toString(), "axcdef");
assert.ok(Buffer.isBuffer(part));
assert.strictEqual(b.subarray(-2).toString(), "ef");
assert.strictEqual(b.subarray(-3, -1).toString(), "de");
assert.strictEqual(b.subarray(4, 2).length, 0);
assert.strictEqual(b.subarray("2", 3.7).toString(), "c");
assert.strictEqual(b.subarray(NaN, Infinity).toString(), "axcdef");
assert.strictEqual(part.buffer, b.buffer);
assert.strictEqual(part.byteOffset, b.byteOffset + 1);
assert.notStrictEqual(Uint8Array.prototype.slice.call(b).buffer, b.buffer);
