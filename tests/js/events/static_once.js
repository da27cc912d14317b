// expect-stdout: done
"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const { once } = EventEmitter;
(async () => {
  const emitter = new EventEmitter();
  setImmediate(() => emitter.emit("x", 1, 2));
  assert.deepStrictEqual(await once(emitter, "x"), [1, 2]);
  assert.strictEqual(emitter.listenerCount("error"), 0);

  setImmediate(() => emitter.emit("error", new Error("first")));
  await assert.rejects(once(emitter, "x"), { message: "first" });
  assert.strictEqual(emitter.listenerCount("x"), 0);

  setImmediate(() => emitter.emit("error", new Error("asked for")));
  assert.strictEqual((await once(emitter, "error"))[0].message, "asked for");

  const target = new EventTarget();
  setImmediate(() => target.dispatchEvent(new Event("y")));
  assert.strictEqual((await once(target, "y"))[0].type, "y");
})().then(() => console.log("done"));
