// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { ReadableStream, WritableStream, TransformStream } = require("node:stream/web");
const all = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
};
(async () => {
  const [a, b] = ReadableStream.from([1, 2, 3]).tee();
  assert.deepStrictEqual(await Promise.all([all(a), all(b)]), [[1, 2, 3], [1, 2, 3]]);
})().then(() => console.log("done"));
