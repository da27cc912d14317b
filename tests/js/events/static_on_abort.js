// expect-stdout: done
"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

(async () => {
  const emitter = new EventEmitter();
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  await assert.rejects(async () => {
    for await (const _ of EventEmitter.on(emitter, "x", { signal: controller.signal }));
  }, { name: "AbortError" });
  assert.strictEqual(emitter.listenerCount("x"), 0);
})().then(() => console.log("done"));
