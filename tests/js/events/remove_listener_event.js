"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const log = [];
const listener = () => {};
emitter.on("removeListener", (name, fn) => log.push([name, fn, emitter.listenerCount("x")]));
emitter.once("x", listener);
emitter.emit("x");
emitter.on("x", listener);
emitter.off("x", listener);
assert.deepStrictEqual(log, [["x", listener, 0], ["x", listener, 0]]);
