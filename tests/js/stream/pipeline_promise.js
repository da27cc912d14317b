// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { pipeline, finished } = require("node:stream/promises");
const { Readable, PassThrough } = require("node:stream");
const util = require("node:util");
(async () => {
  const text = await pipeline(Readable.from(["a", "b"]), async (source) => {
    let all = "";
    for await (const chunk of source) all += chunk;
    return all;
  });
  assert.strictEqual(text, "ab");
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  const endless = new Readable({ read() {} });
  await assert.rejects(pipeline(endless, new PassThrough(), { signal: controller.signal }), { name: "AbortError" });
  assert.strictEqual(endless.destroyed, true);
  await finished(Readable.from([1]).resume());
  await util.promisify(require("node:stream").finished)(Readable.from([1]).resume());
})().then(() => console.log("done"));
