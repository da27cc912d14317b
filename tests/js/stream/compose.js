// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { compose, Readable, Transform } = require("node:stream");
(async () => {
  const twice = () => new Transform({ transform: (chunk, encoding, callback) => callback(null, `${chunk}${chunk}`) });
  const both = compose(twice(), twice());
  both.end("a");
  assert.strictEqual(Buffer.concat(await both.toArray()).toString(), "aaaa");
  const composed = Readable.from(["x"]).compose(async function* (source) {
    for await (const chunk of source) yield `<${chunk}>`;
  });
  assert.deepStrictEqual((await composed.toArray()).map(String), ["<x>"]);
})().then(() => console.log("done"));
