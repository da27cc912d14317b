// isBuffer, isEncoding, of, copyBytesFrom.
const assert = require("node:assert");
assert.ok(Buffer.isBuffer(Buffer.alloc(1)));
assert.ok(!Buffer.isBuffer(new Uint8Array(1)));
assert.ok(Buffer.alloc(1) instanceof Uint8Array);
assert.deepStrictEqual(["utf8", "HEX", "ucs-2", "binary", "utf-7", "", 5].map((e) => Buffer.isEncoding(e)), [
  true, true, true, true, false, false, false,
]);
assert.deepStrictEqual([...Buffer.of(1, 256, 3)], [1, 0, 3]);
const view = new Uint16Array([1, 2, 3]);
const copy = Buffer.copyBytesFrom(view, 1, 1);
view[1] = 9;
assert.deepStrictEqual([...copy], [2, 0]);
assert.strictEqual(Buffer.copyBytesFrom(view).length, 6);
assert.strictEqual(Buffer.copyBytesFrom(view, 5).length, 0);
assert.throws(() => Buffer.copyBytesFrom([1]), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => Buffer.copyBytesFrom(view, -1), { code: "ERR_OUT_OF_RANGE" });
