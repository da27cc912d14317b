const assert = require("node:assert");
assert.strictEqual(Buffer.byteLength("h\u00e9\u20ac\ud83d\ude00"), 10);
assert.strictEqual(Buffer.byteLength("\ud83d"), 3);
assert.strictEqual(Buffer.byteLength("abc", "ucs2"), 6);
assert.strictEqual(Buffer.byteLength("abc", "latin1"), 3);
assert.strictEqual(Buffer.byteLength("abcd", "hex"), 2);
assert.strictEqual(Buffer.byteLength("abcd", "base64"), 3);
assert.strictEqual(Buffer.byteLength("\u00e9", "no such encoding"), 2);
assert.strictEqual(Buffer.byteLength(new ArrayBuffer(5)), 5);
assert.strictEqual(Buffer.byteLength(new Uint16Array(5)), 10);
assert.throws(() => Buffer.byteLength(5), {
  message: 'The "string" argument must be of type string or an instance of Buffer or ArrayBuffer. Received type number (5)',
});
