// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable, PassThrough } = require("node:stream");
const through = new PassThrough();
let unpiped = 0;
through.on("unpipe", () => unpiped++);
const source = Readable.from(["a", "b"], { objectMode: false });
assert.strictEqual(source.pipe(through), through);
let text = "";
through.on("data", (chunk) => (text += chunk));
through.on("close", () => {
  assert.strictEqual(text, "ab");
  assert.strictEqual(unpiped, 1);
  console.log("done");
});
