// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
const readable = new Readable({ read() {} });
readable.push("hello ");
readable.push("world");
readable.push(null);
const got = [];
readable.on("readable", () => {
  let chunk;
  while ((chunk = readable.read(4)) !== null) got.push(String(chunk));
});
readable.on("end", () => {
  assert.deepStrictEqual(got, ["hell", "o wo", "rld"]);
  assert.strictEqual(readable.readableEnded, true);
  console.log("done");
});
