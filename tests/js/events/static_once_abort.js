// expect-stdout: done
"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

(async () => {
  const emitter = new EventEmitter();
  const controller = new AbortController();
  const promise = EventEmitter.once(emitter, "x", { signal: controller.signal });
  controller.abort();
  await assert.rejects(promise, { name: "AbortError", code: "ABORT_ERR" });
  assert.strictEqual(emitter.listenerCount("x"), 0);
  await assert.rejects(EventEmitter.once(emitter, "x", { signal: controller.signal }), { name: "AbortError" });
})().then(() => console.log("done"));
