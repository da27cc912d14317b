"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const f = () => {};
emitter.on("x", f);
assert.deepStrictEqual(EventEmitter.getEventListeners(emitter, "x"), [f]);
const target = new EventTarget();
target.addEventListener("x", f);
assert.deepStrictEqual(EventEmitter.getEventListeners(target, "x"), [f]);
assert.throws(() => EventEmitter.getEventListeners({}, "x"), { code: "ERR_INVALID_ARG_TYPE" });
