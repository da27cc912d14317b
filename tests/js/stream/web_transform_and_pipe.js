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
  const upper = new TransformStream({
    transform: (chunk, c) => c.enqueue(chunk.toUpperCase()),
    flush: (c) => c.enqueue("!"),
  });
  assert.deepStrictEqual(await all(ReadableStream.from(["a", "b"]).pipeThrough(upper)), ["A", "B", "!"]);
  const log = [];
  const sink = new WritableStream({ write: (n) => void log.push(n), close: () => void log.push("end") });
  await ReadableStream.from([1, 2]).pipeTo(sink);
  assert.deepStrictEqual(log, [1, 2, "end"]);
})().then(() => console.log("done"));
