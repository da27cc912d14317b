// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Duplex, Readable, Writable } = require("node:stream");
(async () => {
  const shout = Duplex.from(async function* (source) {
    for await (const chunk of source) yield `${chunk}!`;
  });
  shout.end("a");
  assert.deepStrictEqual(await shout.toArray(), ["a!"]);
  assert.deepStrictEqual(await Duplex.from(Promise.resolve("p")).toArray(), ["p"]);
  const got = [];
  const pair = Duplex.from({
    readable: Readable.from(["r"]),
    writable: new Writable({ write: (chunk, encoding, callback) => callback(void got.push(String(chunk))) }),
  });
  pair.end("w");
  assert.deepStrictEqual((await pair.toArray()).map(String), ["r"]);
  assert.deepStrictEqual(got, ["w"]);
})().then(() => console.log("done"));
