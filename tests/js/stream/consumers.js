// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { text, json, buffer, arrayBuffer } = require("node:stream/consumers");
const { Readable } = require("node:stream");
(async () => {
  const euro = Buffer.from("€");
  assert.strictEqual(await text(Readable.from([euro.subarray(0, 1), euro.subarray(1), "x"])), "€x");
  assert.deepStrictEqual(await json(Readable.from(['{"a":', "[1]}"])), { a: [1] });
  assert.deepStrictEqual(await buffer(Readable.from(["ab", Buffer.from("c")])), Buffer.from("abc"));
  const bytes = await arrayBuffer(Readable.from([Buffer.from("xyz")]));
  assert.ok(bytes instanceof ArrayBuffer);
  assert.strictEqual(bytes.byteLength, 3);
  await assert.rejects(json(Readable.from(["{"])), SyntaxError);
})().then(() => console.log("done"));
