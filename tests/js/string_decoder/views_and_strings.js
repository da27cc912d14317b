"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

const decoder = new StringDecoder("utf8");
assert.strictEqual(decoder.write("as it is"), "as it is");
assert.strictEqual(decoder.write(new Uint8Array([0x61])), "a");
assert.strictEqual(decoder.write(new Uint16Array([0x6261])), "ab");
assert.strictEqual(decoder.write(new DataView(new Uint8Array([0x63]).buffer)), "c");
