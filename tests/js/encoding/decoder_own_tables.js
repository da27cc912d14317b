// not-on-node: these two encodings of the standard are missing there
const assert = require("node:assert");
assert.strictEqual(new TextDecoder("iso-8859-16").decode(new Uint8Array([0x41, 0xa4, 0xaa])), "A\u20ac\u0218");
assert.strictEqual(new TextDecoder("x-user-defined").decode(new Uint8Array([0x41, 0x80, 0xff])), "A\uf780\uf7ff");
