"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

for (const encoding of ["base64", "base64url"]) {
  const bytes = Buffer.from([0xfb, 0xff, 0xfe, 0x01, 0x02]);
  for (let i = 0; i <= bytes.length; i++) {
    const decoder = new StringDecoder(encoding);
    assert.strictEqual(decoder.write(bytes.subarray(0, i)) + decoder.end(bytes.subarray(i)), bytes.toString(encoding));
  }
}
