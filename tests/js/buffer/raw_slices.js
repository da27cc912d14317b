// utf8Slice, latin1Write and their kin, which packages call directly.
const assert = require("node:assert");
const b = Buffer.from("hello w\u00f6rld");
assert.strictEqual(b.utf8Slice(0, 5), "hello");
assert.strictEqual(b.latin1Slice(6), "w\u00c3\u00b6rld");
assert.strictEqual(b.hexSlice(0, 2), "6865");
assert.strictEqual(b.asciiSlice(3, 1), "");
assert.strictEqual(b.utf8Write("J", 0), 1);
assert.strictEqual(b.latin1Write("\u00ff", 1, 1), 1);
assert.strictEqual(b[1], 255);
assert.throws(() => b.utf8Slice(0, 100), { code: "ERR_OUT_OF_RANGE", message: "Index out of range" });
assert.throws(() => b.utf8Slice.call({}), { code: "ERR_INVALID_ARG_TYPE", message: "argument must be a buffer" });
assert.throws(() => b.utf8Write("a", 100), { code: "ERR_BUFFER_OUT_OF_BOUNDS" });
