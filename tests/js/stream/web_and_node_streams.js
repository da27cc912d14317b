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
  const { Readable, Writable, Duplex, PassThrough, pipeline } = require("node:stream");
  assert.deepStrictEqual((await Readable.fromWeb(ReadableStream.from(["a", "b"])).toArray()).map(String), ["a", "b"]);
  const bytes = await all(Readable.toWeb(Readable.from([Buffer.from("xy")], { objectMode: false })));
  assert.ok(bytes[0] instanceof Uint8Array);
  assert.strictEqual(Buffer.concat(bytes).toString(), "xy");
  const log = [];
  const writer = Writable.toWeb(new Writable({ write: (c, e, done) => done(void log.push(String(c))) })).getWriter();
  await writer.write(Buffer.from("q"));
  await writer.close();
  assert.deepStrictEqual(log, ["q"]);
  const duplex = Duplex.fromWeb(new TransformStream(), { encoding: "utf8" });
  duplex.end("through");
  assert.strictEqual((await duplex.toArray()).join(""), "through");
  await new Promise((resolve, reject) => {
    const done = (error) => (error ? reject(error) : resolve());
    pipeline(ReadableStream.from(["w"]), new PassThrough(), new WritableStream(), done);
  });
})().then(() => console.log("done"));
