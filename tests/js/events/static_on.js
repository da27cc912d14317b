// expect-stdout: done
"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

(async () => {
  const emitter = new EventEmitter();
  process.nextTick(() => {
    emitter.emit("x", 1);
    emitter.emit("x", 2, 3);
    emitter.emit("stop");
  });
  const seen = [];
  for await (const args of EventEmitter.on(emitter, "x", { close: ["stop"] })) seen.push(args);
  assert.deepStrictEqual(seen, [[1], [2, 3]]);
  assert.deepStrictEqual(emitter.eventNames(), []);
})().then(() => console.log("done"));
