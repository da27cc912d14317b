// Buffer.from(arrayBuffer) shares the memory.
const assert = require("node:assert");
const memory = new Uint8Array([1, 2, 3, 4, 5]).buffer;
const all = Buffer.from(memory);
all[0] = 9;
assert.strictEqual(new Uint8Array(memory)[0], 9);
assert.strictEqual(all.buffer, memory);
assert.deepStrictEqual([...Buffer.from(memory, 2)], [3, 4, 5]);
assert.deepStrictEqual([...Buffer.from(memory, 1, 2)], [2, 3]);
assert.deepStrictEqual([...Buffer.from(memory, "1", "2")], [2, 3]);
assert.strictEqual(Buffer.from(memory, 5).length, 0);
assert.strictEqual(Buffer.from(memory, 0, -1).length, 0);
assert.throws(() => Buffer.from(memory, 6), { code: "ERR_BUFFER_OUT_OF_BOUNDS", message: '"offset" is outside of buffer bounds' });
assert.throws(() => Buffer.from(memory, 3, 6), { message: '"length" is outside of buffer bounds' });
const shared = Buffer.from(new SharedArrayBuffer(4));
assert.ok(shared.buffer instanceof SharedArrayBuffer);
assert.strictEqual(shared.fill("a").toString(), "aaaa");
