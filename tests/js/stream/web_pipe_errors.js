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
  let cancelled, aborted;
  const endless = new ReadableStream({ pull: (c) => c.enqueue(1), cancel: (e) => void (cancelled = e.message) });
  await assert.rejects(endless.pipeTo(new WritableStream({ write() { throw new Error("sink"); } })), { message: "sink" });
  assert.strictEqual(cancelled, "sink");
  const failing = new ReadableStream({ pull: (c) => c.error(new Error("source")) });
  const sink = new WritableStream({ abort: (e) => void (aborted = e.message) });
  await assert.rejects(failing.pipeTo(sink), { message: "source" });
  assert.strictEqual(aborted, "source");
  const controller = new AbortController();
  setImmediate(() => controller.abort("stop"));
  const idle = new ReadableStream();
  await assert.rejects(idle.pipeTo(new WritableStream(), { signal: controller.signal }), (reason) => reason === "stop");
  assert.strictEqual(idle.locked, false);
})().then(() => console.log("done"));
