"use strict";
const assert = require("node:assert");
const { Writable } = require("node:stream");
const got = [];
const writable = new Writable({
  write(chunk, encoding, callback) {
    assert.ok(Buffer.isBuffer(chunk));
    got.push(...chunk);
    callback();
  },
});
writable.write(new Uint8Array([1, 2]));
writable.write(new DataView(new Uint8Array([3, 4]).buffer));
writable.write(new Uint16Array([5]));
assert.deepStrictEqual(got, [1, 2, 3, 4, 5, 0]);
