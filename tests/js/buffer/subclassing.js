// What comes out of Uint8Array's own methods is a Buffer too.
const assert = require("node:assert");
const b = Buffer.from([3, 1, 2]);
for (const made of [b.map((x) => x * 2), b.filter((x) => x > 1)]) assert.ok(Buffer.isBuffer(made));
assert.strictEqual(b.map((x) => x * 2).toString("hex"), "060204");
assert.strictEqual(Object.prototype.toString.call(b), "[object Uint8Array]");
assert.strictEqual(b.constructor, Buffer);
assert.strictEqual(Object.getPrototypeOf(Buffer.prototype), Uint8Array.prototype);
assert.strictEqual(Object.getPrototypeOf(Buffer), Uint8Array);
assert.strictEqual(b.parent, b.buffer);
assert.strictEqual(b.offset, b.byteOffset);
assert.strictEqual(Buffer.prototype.parent, undefined);
assert.deepStrictEqual([...b.entries()], [[0, 3], [1, 1], [2, 2]]);
