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
  const stream = new ReadableStream({ start: (c) => c.error(new Error("bad")) });
  const reader = stream.getReader();
  await assert.rejects(reader.read(), { message: "bad" });
  await assert.rejects(reader.closed, { message: "bad" });
  assert.throws(() => stream.getReader(), { code: "ERR_INVALID_STATE" });
})().then(() => console.log("done"));
