// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
const readable = new Readable();
readable.on("error", (error) => {
  assert.strictEqual(error.code, "ERR_METHOD_NOT_IMPLEMENTED");
  assert.match(error.stack, /^Error \[ERR_METHOD_NOT_IMPLEMENTED\]: The _read\(\) method is not implemented\n/);
  console.log("done");
});
readable.read();
