// expect-stdout: done
"use strict";
const assert = require("node:assert");
const Stream = require("node:stream");
const util = require("node:util");
function Legacy() {
  Stream.call(this);
  this.readable = true;
}
util.inherits(Legacy, Stream);
const legacy = new Legacy();
const got = [];
const sink = new Stream.Writable({ write: (chunk, encoding, callback) => callback(void got.push(String(chunk))) });
legacy.pipe(sink);
legacy.emit("data", "a");
legacy.emit("data", "b");
legacy.emit("end");
sink.on("finish", () => {
  assert.deepStrictEqual(got, ["a", "b"]);
  console.log("done");
});
