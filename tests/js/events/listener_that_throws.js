"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const called = [];
emitter.on("x", () => called.push(1));
emitter.on("x", () => {
  throw new Error("stop");
});
emitter.on("x", () => called.push(3));
assert.throws(() => emitter.emit("x"), { message: "stop" });
assert.deepStrictEqual(called, [1]);
