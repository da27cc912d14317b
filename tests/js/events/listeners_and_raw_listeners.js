"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const f = () => {};
const g = () => {};
emitter.once("x", f);
emitter.on("x", g);
assert.deepStrictEqual(emitter.listeners("x"), [f, g]);
const raw = emitter.rawListeners("x");
assert.strictEqual(raw[0].listener, f);
assert.strictEqual(raw[1], g);
raw[0]();
assert.deepStrictEqual(emitter.rawListeners("x"), [g]);
assert.deepStrictEqual(emitter.listeners("none"), []);
emitter.listeners("x").push(f);
assert.strictEqual(emitter.listenerCount("x"), 1);
