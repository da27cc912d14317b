// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
(async () => {
  const controller = new AbortController();
  const slow = Readable.from([1, 2]).map(
    (n, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    { signal: controller.signal },
  );
  setImmediate(() => controller.abort());
  await assert.rejects(slow.toArray(), { name: "AbortError" });
})().then(() => console.log("done"));
