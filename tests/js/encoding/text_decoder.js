const assert = require("node:assert");
const decoder = new TextDecoder();
assert.deepStrictEqual([decoder.encoding, decoder.fatal, decoder.ignoreBOM], ["utf-8", false, false]);
const bytes = Buffer.from("h\u00e9\u20ac");
assert.strictEqual(decoder.decode(bytes), "h\u00e9\u20ac");
assert.strictEqual(decoder.decode(), "");
assert.strictEqual(decoder.decode(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 1)), "h");
assert.strictEqual(decoder.decode(new DataView(bytes.buffer, bytes.byteOffset, 3)), "h\u00e9");
assert.strictEqual(decoder.decode(new Uint8Array(new SharedArrayBuffer(2))), "\0\0");
assert.strictEqual(decoder.decode(new Uint8Array([0x61, 0xff])), "a\ufffd");
assert.strictEqual(Object.prototype.toString.call(decoder), "[object TextDecoder]");
assert.throws(() => decoder.decode("a"), { code: "ERR_INVALID_ARG_TYPE", name: "TypeError" });
assert.throws(() => new TextDecoder("nope"), {
  code: "ERR_ENCODING_NOT_SUPPORTED",
  name: "RangeError",
  message: 'The "nope" encoding is not supported',
});
assert.throws(() => new TextDecoder("utf-8", 5), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => TextDecoder.prototype.decode.call({}), { code: "ERR_INVALID_THIS" });
