"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const f = () => {};
emitter.on("x", f).on("x", f).on("x", () => {}).once("x", f);
assert.strictEqual(emitter.listenerCount("x"), 4);
assert.strictEqual(emitter.listenerCount("x", f), 3);
assert.strictEqual(emitter.listenerCount("y"), 0);
assert.strictEqual(EventEmitter.listenerCount(emitter, "x"), 4);
