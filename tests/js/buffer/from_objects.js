// Buffer.from() of arrays, array-likes, other views, JSON and objects that convert.
const assert = require("node:assert");
const bytes = (value, ...rest) => [...Buffer.from(value, ...rest)];
assert.deepStrictEqual(bytes([1, 256, -1, "7", 2.9]), [1, 0, 255, 7, 2]);
assert.deepStrictEqual(bytes({ length: 2, 0: 5, 1: 6 }), [5, 6]);
assert.deepStrictEqual(bytes(new Uint16Array([1, 258])), [1, 2]);
assert.deepStrictEqual(bytes({ type: "Buffer", data: [1, 2] }), [1, 2]);
assert.deepStrictEqual(bytes(JSON.parse(JSON.stringify(Buffer.from("hi")))), [104, 105]);
assert.deepStrictEqual(bytes(new String("hi")), [104, 105]);
assert.deepStrictEqual(bytes({ valueOf: () => "6869" }, "hex"), [104, 105]);
assert.deepStrictEqual(bytes({ [Symbol.toPrimitive]: () => "hi" }), [104, 105]);
const source = Buffer.from("abc");
const copy = Buffer.from(source);
copy[0] = 0;
assert.strictEqual(source[0], 97);
for (const value of [undefined, null, 5, true, {}, Symbol("x"), () => {}, 10n]) {
  assert.throws(() => Buffer.from(value), { code: "ERR_INVALID_ARG_TYPE", name: "TypeError" });
}
assert.throws(() => Buffer.from(5), {
  message:
    "The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like " +
    "Object. Received type number (5)",
});
