const assert = require("node:assert");
const make = () => Buffer.alloc(8, ".");
const after = (...args) => {
  const b = make();
  const n = b.write(...args);
  return `${n} ${b.toString("latin1")}`;
};
assert.strictEqual(after("abc"), "3 abc.....");
assert.strictEqual(after("abc", 2), "3 ..abc...");
assert.strictEqual(after("abc", 2, 1), "1 ..a.....");
assert.strictEqual(after("abcdefghijk"), "8 abcdefgh");
assert.strictEqual(after("6162", "hex"), "2 ab......");
assert.strictEqual(after("6162", 1, "hex"), "2 .ab.....");
assert.strictEqual(after("6162", 1, 1, "hex"), "1 .a......");
// No half characters.
assert.strictEqual(after("\u20ac\u20ac\u20ac"), `6 ${"\xe2\x82\xac".repeat(2)}..`);
assert.strictEqual(after("a\u20ac", 6), "1 ......a.");
assert.strictEqual(after("ab", 5, "ucs2"), "2 .....a\0.");
assert.throws(() => make().write("a", 9), { code: "ERR_OUT_OF_RANGE" });
assert.throws(() => make().write("a", 0, 9), { code: "ERR_OUT_OF_RANGE" });
assert.throws(() => make().write("a", 0, 1, "nope"), { code: "ERR_UNKNOWN_ENCODING" });
assert.throws(() => make().write(5), { code: "ERR_INVALID_ARG_TYPE" });
