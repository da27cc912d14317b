"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

const decoder = new StringDecoder();
assert.strictEqual(decoder.encoding, "utf8");
assert.strictEqual(decoder.write(Buffer.from([0x61, 0xe2])), "a");
assert.strictEqual(decoder.lastNeed, 2);
assert.strictEqual(decoder.lastTotal, 3);
assert.strictEqual(decoder.write(Buffer.from([0x82])), "");
assert.strictEqual(decoder.write(Buffer.from([0xac])), "€");
assert.strictEqual(decoder.write(""), "");
assert.strictEqual(decoder.end(), "");
