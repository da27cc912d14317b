"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const log = [];
function listener() {}
emitter.on("newListener", (name, fn) => log.push([name, fn, emitter.listenerCount("x")]));
emitter.once("x", listener);
emitter.on("x", listener);
assert.deepStrictEqual(log, [["x", listener, 0], ["x", listener, 1]]);
