const assert = require("node:assert");
const source = Buffer.from("abcdef");
const target = Buffer.alloc(8, ".");
assert.strictEqual(source.copy(target), 6);
assert.strictEqual(target.toString(), "abcdef..");
assert.strictEqual(source.copy(target, 6), 2);
assert.strictEqual(source.copy(target, 0, 4), 2);
assert.strictEqual(target.toString(), "efcdefab");
assert.strictEqual(source.copy(target, 0, 1, 3), 2);
assert.strictEqual(source.copy(target, 100), 0);
assert.strictEqual(source.copy(new Uint8Array(3)), 3);
// Overlapping.
const self = Buffer.from("123456");
self.copy(self, 2, 0, 4);
assert.strictEqual(self.toString(), "121234");
assert.throws(() => source.copy(target, -1), { code: "ERR_OUT_OF_RANGE" });
assert.throws(() => source.copy(target, 0, 7), { code: "ERR_OUT_OF_RANGE" });
assert.throws(() => source.copy("x"), { code: "ERR_INVALID_ARG_TYPE" });
// A short typed array that V8 may keep on its heap.
for (let i = 0; i < 20000; i++) {
  const small = new Uint8Array(8);
  assert.strictEqual(source.copy(small, 1), 6);
  assert.strictEqual(small[6], 102);
}
