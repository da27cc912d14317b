// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { pipeline, Readable, PassThrough, Writable } = require("node:stream");
const source = new Readable({ read() {} });
const middle = new PassThrough();
const sink = new Writable({ write: (chunk, encoding, callback) => callback(new Error("sink")) });
source.push("x");
pipeline(source, middle, sink, (error) => {
  assert.strictEqual(error.message, "sink");
  assert.ok(source.destroyed && middle.destroyed && sink.destroyed);
  console.log("done");
});
