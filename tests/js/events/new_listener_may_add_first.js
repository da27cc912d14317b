"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const order = [];
emitter.once("newListener", () => emitter.on("x", () => order.push("first")));
emitter.on("x", () => order.push("second"));
emitter.emit("x");
assert.deepStrictEqual(order, ["first", "second"]);
