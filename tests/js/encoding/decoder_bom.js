const assert = require("node:assert");
const bom = new Uint8Array([0xef, 0xbb, 0xbf, 0x41]);
assert.strictEqual(new TextDecoder().decode(bom), "A");
assert.strictEqual(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bom), "\ufeffA");
assert.strictEqual(new TextDecoder("utf-16le").decode(new Uint8Array([0xff, 0xfe, 0x41, 0])), "A");
assert.strictEqual(new TextDecoder("utf-16be").decode(new Uint8Array([0xfe, 0xff, 0, 0x41])), "A");
// Across chunks, and at the very beginning only.
const decoder = new TextDecoder();
let text = "";
for (const byte of [...bom, ...bom]) text += decoder.decode(new Uint8Array([byte]), { stream: true });
assert.strictEqual(text + decoder.decode(), "A\ufeffA");
assert.strictEqual(decoder.decode(bom), "A");
