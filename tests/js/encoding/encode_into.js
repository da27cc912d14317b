// encodeInto() writes whole characters only and tells how far it came.
const assert = require("node:assert");
const encoder = new TextEncoder();
const into = (text, size) => {
  const target = new Uint8Array(size);
  const { read, written } = encoder.encodeInto(text, target);
  return [read, written, Buffer.from(target.subarray(0, written)).toString()];
};
assert.deepStrictEqual(into("abc", 5), [3, 3, "abc"]);
assert.deepStrictEqual(into("abc", 2), [2, 2, "ab"]);
assert.deepStrictEqual(into("a\u00e9\u20ac\ud83d\ude00", 7), [3, 6, "a\u00e9\u20ac"]);
assert.deepStrictEqual(into("a\u00e9\u20ac\ud83d\ude00", 10), [5, 10, "a\u00e9\u20ac\ud83d\ude00"]);
assert.deepStrictEqual(into("\u00e9\u00e9", 3), [1, 2, "\u00e9"]);
assert.deepStrictEqual(into("", 3), [0, 0, ""]);
assert.deepStrictEqual(into("abc", 0), [0, 0, ""]);
const offset = new Uint8Array(new ArrayBuffer(8), 2, 3);
encoder.encodeInto("xyz!", offset);
assert.deepStrictEqual([...new Uint8Array(offset.buffer)], [0, 0, 120, 121, 122, 0, 0, 0]);
assert.throws(() => encoder.encodeInto(5, offset), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => encoder.encodeInto("a", []), { code: "ERR_INVALID_ARG_TYPE" });
