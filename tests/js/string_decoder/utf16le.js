"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

const bytes = Buffer.from("a😀b", "utf16le");
for (let i = 0; i <= bytes.length; i++) {
  const decoder = new StringDecoder("utf-16le");
  assert.strictEqual(decoder.write(bytes.subarray(0, i)) + decoder.end(bytes.subarray(i)), "a😀b");
}
const decoder = new StringDecoder("ucs2");
assert.strictEqual(decoder.encoding, "utf16le");
assert.strictEqual(decoder.write(Buffer.from([0x3d, 0xd8])), "");
assert.strictEqual(decoder.end(), "\ud83d");
