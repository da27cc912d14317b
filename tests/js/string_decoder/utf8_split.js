"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

const bytes = Buffer.from("$¢€😀z");
for (let i = 0; i <= bytes.length; i++) {
  for (let j = i; j <= bytes.length; j++) {
    const decoder = new StringDecoder("utf8");
    const text = decoder.write(bytes.subarray(0, i)) + decoder.write(bytes.subarray(i, j)) + decoder.end(bytes.subarray(j));
    assert.strictEqual(text, "$¢€😀z", `${i} ${j}`);
  }
}
