const assert = require("node:assert");
const text = Buffer.from("h\u00e9llo w\u00f6rld \u20ac \ud83d\ude00");
assert.strictEqual(text.toString(), "h\u00e9llo w\u00f6rld \u20ac \ud83d\ude00");
assert.strictEqual(text.toString("utf8", 0, 3), "h\u00e9");
assert.strictEqual(text.toString("hex", 1, 3), "c3a9");
assert.strictEqual(text.toString("latin1", 1, 3), "\u00c3\u00a9");
assert.strictEqual(text.toString("ascii", 1, 3), "C)");
assert.strictEqual(Buffer.from("abc").toString("base64"), "YWJj");
assert.strictEqual(Buffer.from([251, 255]).toString("base64url"), "-_8");
assert.strictEqual(Buffer.from([251, 255]).toString("base64"), "+/8=");
assert.strictEqual(Buffer.from("6100ac2000", "hex").toString("ucs2"), "a\u20ac");
const b = Buffer.from("hello");
for (const [start, end, want] of [[-1, 3, "hel"], [2, 100, "llo"], [3, 1, ""], [7, 9, ""], ["1", "3", "el"], [1.9, 3.9, "el"]]) {
  assert.strictEqual(b.toString("utf8", start, end), want);
}
assert.strictEqual(`${b}`, "hello");
assert.strictEqual(b.toLocaleString("hex"), "68656c6c6f");
assert.throws(() => b.toString("nope"), { code: "ERR_UNKNOWN_ENCODING" });
assert.throws(() => b.toString(null), { message: "Unknown encoding: null" });
// At an odd address.
assert.strictEqual(Buffer.from("xab").subarray(1).toString("ucs2"), "\u6261");
