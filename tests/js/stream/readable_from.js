// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
(async () => {
  assert.deepStrictEqual(await Readable.from("text").toArray(), ["text"]);
  assert.deepStrictEqual(await Readable.from([1, Promise.resolve(2)]).toArray(), [1, 2]);
  async function* generate() {
    yield "x";
    yield "y";
  }
  assert.deepStrictEqual(await Readable.from(generate()).toArray(), ["x", "y"]);
  assert.throws(() => Readable.from(5), { code: "ERR_INVALID_ARG_TYPE" });
  const failing = Readable.from((async function* () { throw new Error("from"); })());
  await assert.rejects(failing.toArray(), { message: "from" });
})().then(() => console.log("done"));
