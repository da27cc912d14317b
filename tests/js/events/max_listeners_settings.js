"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
assert.strictEqual(emitter.getMaxListeners(), 10);
EventEmitter.defaultMaxListeners = 42;
assert.strictEqual(emitter.getMaxListeners(), 42);
emitter.setMaxListeners(3);
assert.strictEqual(emitter.getMaxListeners(), 3);
const target = new EventTarget();
EventEmitter.setMaxListeners(7, emitter, target);
assert.strictEqual(EventEmitter.getMaxListeners(emitter), 7);
assert.strictEqual(EventEmitter.getMaxListeners(target), 7);
EventEmitter.setMaxListeners(12);
assert.strictEqual(EventEmitter.defaultMaxListeners, 12);
for (const bad of [-1, NaN]) assert.throws(() => emitter.setMaxListeners(bad), { code: "ERR_OUT_OF_RANGE" });
assert.throws(() => emitter.setMaxListeners("1"), { code: "ERR_INVALID_ARG_TYPE" });
