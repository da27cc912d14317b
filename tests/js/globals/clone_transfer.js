// not-on-node: Node 20 transfers detached buffers silently
const assert = require("node:assert");
const buffer = new ArrayBuffer(8);
new Uint8Array(buffer)[0] = 9;
const copy = structuredClone({ buffer, view: new Uint8Array(buffer, 0, 2) }, { transfer: [buffer] });
assert.strictEqual(buffer.byteLength, 0);
assert.strictEqual(copy.buffer.byteLength, 8);
assert.strictEqual(copy.view.buffer, copy.buffer);
assert.strictEqual(copy.view[0], 9);
const dataClone = { name: "DataCloneError" };
assert.throws(() => structuredClone(1, { transfer: [buffer] }), dataClone);
const twice = new ArrayBuffer(1);
assert.throws(() => structuredClone(1, { transfer: [twice, twice] }), dataClone);
assert.strictEqual(twice.byteLength, 1);
assert.throws(() => structuredClone(1, { transfer: [{}] }));
