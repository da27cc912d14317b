"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const order = [];
emitter.on("x", () => order.push("a"));
emitter.prependListener("x", () => order.push("b"));
emitter.addListener("x", () => order.push("c"));
emitter.prependOnceListener("x", () => order.push("d"));
emitter.emit("x");
emitter.emit("x");
assert.deepStrictEqual(order, ["d", "b", "a", "c", "b", "a", "c"]);
