// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable, Writable } = require("node:stream");
(async () => {
  const readable = new Readable({ read() {} });
  readable.on("error", () => {});
  await readable[Symbol.asyncDispose]();
  assert.strictEqual(readable.destroyed, true);
  const writable = new Writable({ write: (chunk, encoding, callback) => callback() });
  writable.on("error", () => {});
  await writable[Symbol.asyncDispose]();
  assert.strictEqual(writable.destroyed, true);
})().then(() => console.log("done"));
