"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const symbol = Symbol("s");
emitter.on("b", () => {}).on("a", () => {}).on(symbol, () => {});
assert.deepStrictEqual(emitter.eventNames(), ["b", "a", symbol]);
emitter.removeAllListeners("b");
assert.deepStrictEqual(emitter.eventNames(), ["a", symbol]);
