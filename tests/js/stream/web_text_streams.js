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
  const encoded = ReadableStream.from(["h€", " \ud83d", "\ude00"]).pipeThrough(new TextEncoderStream());
  const text = (await all(encoded.pipeThrough(new TextDecoderStream()))).join("");
  assert.strictEqual(text, "h€ 😀");
})().then(() => console.log("done"));
