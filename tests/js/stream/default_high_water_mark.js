"use strict";
const assert = require("node:assert");
// Node 22 and later: 64 KiB.
const { getDefaultHighWaterMark, Writable } = require("node:stream");
const expected = parseInt(process.versions.node) >= 22 ? 65536 : 16384;
assert.strictEqual(getDefaultHighWaterMark(false), expected);
assert.strictEqual(new Writable().writableHighWaterMark, expected);
