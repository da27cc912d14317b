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
  const pulled = [];
  let next = 0;
  const stream = new ReadableStream({
    pull(controller) {
      pulled.push(controller.desiredSize);
      controller.enqueue(next++);
      if (next === 3) controller.close();
    },
  });
  assert.deepStrictEqual(await all(stream), [0, 1, 2]);
  assert.strictEqual(stream.locked, false);
  let reason;
  const endless = new ReadableStream({ pull: (c) => c.enqueue(1), cancel: (r) => void (reason = r) });
  const reader = endless.getReader();
  assert.deepStrictEqual(await reader.read(), { value: 1, done: false });
  await reader.cancel("enough");
  assert.strictEqual(reason, "enough");
  assert.deepStrictEqual(await reader.read(), { value: undefined, done: true });
})().then(() => console.log("done"));
