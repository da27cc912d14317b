// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
const readable = new Readable({ read() {} });
readable.setEncoding("utf8");
const bytes = Buffer.from("a€b😀");
for (const byte of bytes) readable.push(Buffer.from([byte]));
readable.push(null);
let text = "";
readable.on("data", (chunk) => {
  assert.strictEqual(typeof chunk, "string");
  text += chunk;
});
readable.on("end", () => {
  assert.strictEqual(text, "a€b😀");
  console.log("done");
});
