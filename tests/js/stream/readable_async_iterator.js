// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
(async () => {
  const seen = [];
  const readable = Readable.from(["a", "b", "c"]);
  for await (const chunk of readable) {
    seen.push(chunk);
    if (chunk === "b") break;
  }
  assert.deepStrictEqual(seen, ["a", "b"]);
  assert.strictEqual(readable.destroyed, true);
  const kept = Readable.from([1, 2, 3]);
  for await (const chunk of kept.iterator({ destroyOnReturn: false })) {
    assert.strictEqual(chunk, 1);
    break;
  }
  assert.strictEqual(kept.destroyed, false);
  const failing = new Readable({ read() { this.destroy(new Error("bad")); } });
  await assert.rejects(async () => { for await (const _ of failing); }, { message: "bad" });
})().then(() => console.log("done"));
