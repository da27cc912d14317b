"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const removed = [];
emitter.on("a", function a1() {}).on("a", function a2() {}).on("b", function b1() {});
emitter.on("removeListener", (name, listener) => removed.push([name, listener.name]));
emitter.removeAllListeners("a");
assert.deepStrictEqual(removed, [["a", "a2"], ["a", "a1"]]);
emitter.removeAllListeners();
assert.deepStrictEqual(removed.at(-1), ["b", "b1"]);
assert.deepStrictEqual(emitter.eventNames(), []);
