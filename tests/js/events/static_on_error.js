// expect-stdout: done
"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

(async () => {
  const emitter = new EventEmitter();
  const iterator = EventEmitter.on(emitter, "x");
  emitter.emit("x", 1);
  emitter.emit("error", new Error("bad"));
  assert.deepStrictEqual(await iterator.next(), { value: [1], done: false });
  await assert.rejects(iterator.next(), { message: "bad" });
  assert.deepStrictEqual(await iterator.next(), { value: undefined, done: true });
  assert.strictEqual(emitter.listenerCount("x"), 0);
})().then(() => console.log("done"));
