"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

const decoder = new StringDecoder("utf8");
assert.strictEqual(decoder.write(Buffer.from([0xe2, 0x82])), "");
assert.strictEqual(decoder.end(), "\ufffd");
assert.strictEqual(decoder.write(Buffer.from([0xe2, 0x82, 0xac])), "€");
