// not-on-node: Node 20 decodes these bytes as ISO-8859-1
// latin1 and ascii mean windows-1252 in the Encoding Standard.
const assert = require("node:assert");
for (const label of ["latin1", "ascii", "iso-8859-1", "windows-1252", "us-ascii"]) {
  const decoder = new TextDecoder(label);
  assert.strictEqual(decoder.encoding, "windows-1252");
  assert.strictEqual(decoder.decode(new Uint8Array([0x80, 0x81, 0x9f, 0xe9, 0x41])), "\u20ac\u0081\u0178\u00e9A");
}
