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
  const log = [];
  const stream = new WritableStream(
    { write: (chunk) => void log.push(chunk), close: () => void log.push("close") },
    { highWaterMark: 2 },
  );
  const writer = stream.getWriter();
  assert.strictEqual(writer.desiredSize, 2);
  writer.write("a");
  writer.write("b");
  assert.strictEqual(writer.desiredSize, 0);
  await writer.ready;
  await writer.close();
  assert.deepStrictEqual(log, ["a", "b", "close"]);
  const failing = new WritableStream({ write() { throw new Error("sink"); } }).getWriter();
  await assert.rejects(failing.write(1), { message: "sink" });
  await assert.rejects(failing.closed, { message: "sink" });
})().then(() => console.log("done"));
