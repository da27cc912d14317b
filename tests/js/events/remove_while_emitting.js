"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

for (const count of [2, 3, 4, 9]) {
  const emitter = new EventEmitter();
  const called = [];
  const listeners = Array.from({ length: count }, (_, i) => () => {
    called.push(i);
    emitter.removeAllListeners("x");
    emitter.on("x", () => called.push("late"));
  });
  for (const listener of listeners) emitter.on("x", listener);
  emitter.emit("x");
  assert.deepStrictEqual(called, Array.from({ length: count }, (_, i) => i));
}
