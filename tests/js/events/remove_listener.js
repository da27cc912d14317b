"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const calls = [];
const f = () => calls.push("f");
const g = () => calls.push("g");
emitter.on("x", f).on("x", g).on("x", f);
emitter.off("x", f); // the one that was added last
emitter.emit("x");
assert.deepStrictEqual(calls, ["f", "g"]);
emitter.removeListener("x", f).removeListener("x", g).removeListener("x", g);
assert.strictEqual(emitter.emit("x"), false);
assert.deepStrictEqual(emitter.eventNames(), []);
emitter.once("y", f);
emitter.off("y", f);
assert.strictEqual(emitter.listenerCount("y"), 0);
