"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
let calls = 0;
emitter.once("x", function (value) {
  calls += value;
  assert.strictEqual(this, emitter);
  assert.strictEqual(emitter.listenerCount("x"), 0);
  emitter.emit("x", 100);
});
emitter.emit("x", 1);
emitter.emit("x", 10);
assert.strictEqual(calls, 1);
