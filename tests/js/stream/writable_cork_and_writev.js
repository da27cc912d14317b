"use strict";
const assert = require("node:assert");
const { Writable } = require("node:stream");
const batches = [];
const writable = new Writable({
  writev(chunks, callback) {
    batches.push(chunks.map(({ chunk }) => String(chunk)));
    callback();
  },
});
writable.cork();
writable.write("a");
writable.write("b");
assert.deepStrictEqual(batches, []);
writable.uncork();
assert.deepStrictEqual(batches, [["a", "b"]]);
