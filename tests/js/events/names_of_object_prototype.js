"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
for (const name of ["__proto__", "toString", "constructor", "hasOwnProperty"]) {
  assert.strictEqual(emitter.emit(name), false);
  let called = 0;
  emitter.on(name, () => called++);
  emitter.emit(name);
  assert.strictEqual(called, 1, name);
}
