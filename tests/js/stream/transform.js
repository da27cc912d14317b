// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Transform } = require("node:stream");
const upper = new Transform({
  transform(chunk, encoding, callback) {
    callback(null, String(chunk).toUpperCase());
  },
  flush(callback) {
    this.push("!");
    callback();
  },
});
upper.end("abc");
upper.toArray().then((chunks) => {
  assert.strictEqual(Buffer.concat(chunks).toString(), "ABC!");
  console.log("done");
});
