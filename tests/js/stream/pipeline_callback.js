// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { pipeline, Readable, Writable } = require("node:stream");
const got = [];
pipeline(
  Readable.from(["a", "b"]),
  async function* (source) {
    for await (const chunk of source) yield String(chunk).toUpperCase();
  },
  new Writable({ write: (chunk, encoding, callback) => callback(void got.push(String(chunk))) }),
  (error) => {
    assert.strictEqual(error, undefined);
    assert.deepStrictEqual(got, ["A", "B"]);
    console.log("done");
  },
);
