"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

for (const encoding of ["hex", "latin1", "ascii", "binary"]) {
  const bytes = Buffer.from([0, 0x7f, 0x80, 0xff]);
  const decoder = new StringDecoder(encoding);
  assert.strictEqual(decoder.write(bytes), bytes.toString(encoding));
  assert.strictEqual(decoder.end(), "");
}
