const assert = require("node:assert");
const le = (...units) => Buffer.from(new Uint16Array(units).buffer);
const decode = (bytes, label = "utf-16le") => new TextDecoder(label).decode(bytes);
assert.strictEqual(decode(le(0x61, 0xd83d, 0xde00)), "a\ud83d\ude00");
assert.strictEqual(decode(le(0xd800, 0x41)), "\ufffdA");
assert.strictEqual(decode(le(0xdc00, 0x41)), "\ufffdA");
assert.strictEqual(decode(new Uint8Array([0x41, 0, 0x42])), "A\ufffd");
assert.strictEqual(decode(le(0x61, 0xd83d, 0xde00).swap16(), "utf-16be"), "a\ud83d\ude00");
const all = le(0x61, 0xd83d, 0xde00, 0x62);
for (const label of ["utf-16le", "utf-16be"]) {
  const bytes = label === "utf-16be" ? Buffer.from(all).swap16() : all;
  for (let cut = 0; cut <= bytes.length; cut++) {
    const decoder = new TextDecoder(label);
    const text = decoder.decode(bytes.subarray(0, cut), { stream: true }) + decoder.decode(bytes.subarray(cut));
    assert.strictEqual(text, "a\ud83d\ude00b");
  }
}
