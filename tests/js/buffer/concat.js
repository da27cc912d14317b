const assert = require("node:assert");
const parts = [Buffer.from("ab"), new Uint8Array([99]), Buffer.alloc(0), Buffer.from("d")];
assert.strictEqual(Buffer.concat(parts).toString(), "abcd");
assert.strictEqual(Buffer.concat(parts, 3).toString(), "abc");
assert.strictEqual(Buffer.concat(parts, 6).toString("latin1"), "abcd\0\0");
assert.strictEqual(Buffer.concat([]).length, 0);
const big = Array.from({ length: 100 }, (_, i) => Buffer.alloc(1000, i));
assert.strictEqual(Buffer.concat(big).length, 100000);
assert.strictEqual(Buffer.concat(big)[99999], 99);
assert.throws(() => Buffer.concat(Buffer.from("a")), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => Buffer.concat([Buffer.from("a"), "b"]), {
  code: "ERR_INVALID_ARG_TYPE",
  message: `The "list[1]" argument must be an instance of Buffer or Uint8Array. Received type string ('b')`,
});
assert.throws(() => Buffer.concat(parts, -1), { code: "ERR_OUT_OF_RANGE" });
