// Text beyond any inline buffer, one-byte and two-byte, there and back.
const assert = require("node:assert");
for (const piece of ["ascii text ", "latin\u00e9 ", "wide \u20ac ", "astral \ud83d\ude00 "]) {
  for (const count of [1, 100, 1000, 100000]) {
    const text = piece.repeat(count);
    const bytes = Buffer.from(text);
    assert.strictEqual(bytes.toString(), text);
    assert.strictEqual(bytes.length, Buffer.byteLength(text));
    assert.strictEqual(Buffer.from(bytes.toString("base64"), "base64").compare(bytes), 0);
    assert.strictEqual(Buffer.from(bytes.toString("base64url"), "base64url").compare(bytes), 0);
    assert.strictEqual(Buffer.from(bytes.toString("hex"), "hex").compare(bytes), 0);
    assert.strictEqual(Buffer.from(text, "ucs2").toString("ucs2"), text);
    assert.strictEqual(Buffer.from(bytes.toString("latin1"), "latin1").compare(bytes), 0);
  }
}
