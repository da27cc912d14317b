const assert = require("node:assert");
const wrong = {
  code: "ERR_ENCODING_INVALID_ENCODED_DATA",
  name: "TypeError",
  message: "The encoded data was not valid for encoding utf-8",
};
const decoder = new TextDecoder("utf-8", { fatal: true });
assert.strictEqual(decoder.decode(Buffer.from("\u00e9")), "\u00e9");
assert.throws(() => decoder.decode(new Uint8Array([0xff])), wrong);
assert.strictEqual(decoder.decode(new Uint8Array([0xc3]), { stream: true }), "");
assert.throws(() => decoder.decode(), wrong);
// It begins anew after an error.
assert.strictEqual(decoder.decode(Buffer.from("ok")), "ok");
assert.throws(() => new TextDecoder("utf-16le", { fatal: true }).decode(new Uint8Array([0, 0xd8])), /utf-16le/);
assert.throws(() => new TextDecoder("shift_jis", { fatal: true }).decode(new Uint8Array([0x82])), /shift_jis/);
