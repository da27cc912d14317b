// A stream cut anywhere gives the same text as the whole.
const assert = require("node:assert");
const samples = [
  Buffer.from("a\u00e9\u20ac\ud83d\ude00z"),
  Buffer.from([0x61, 0xe2, 0x82, 0x61, 0xf0, 0x9f, 0x98, 0xff, 0xc3, 0xed, 0xa0, 0x80, 0xc0, 0x80, 0xe2]),
];
for (const sample of samples) {
  const whole = new TextDecoder().decode(sample);
  for (let a = 0; a <= sample.length; a++) {
    for (let b = a; b <= sample.length; b++) {
      const decoder = new TextDecoder();
      let text = decoder.decode(sample.subarray(0, a), { stream: true });
      text += decoder.decode(sample.subarray(a, b), { stream: true });
      text += decoder.decode(sample.subarray(b));
      assert.strictEqual(text, whole);
    }
  }
}
// The given bytes may be reused by their owner after the call.
const decoder = new TextDecoder();
const chunk = new Uint8Array([0xe2, 0x82]);
decoder.decode(chunk, { stream: true });
chunk.fill(0);
assert.strictEqual(decoder.decode(new Uint8Array([0xac])), "\u20ac");
