"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const seen = [];
const emitter = new EventEmitter();
emitter.on("x", function (...args) {
  assert.strictEqual(this, emitter);
  seen.push(args);
});
assert.strictEqual(emitter.emit("x"), true);
emitter.emit("x", 1);
emitter.emit("x", 1, 2);
emitter.emit("x", undefined, undefined, undefined);
emitter.emit("x", 1, 2, 3, 4, 5);
assert.deepStrictEqual(seen, [[], [1], [1, 2], [undefined, undefined, undefined], [1, 2, 3, 4, 5]]);
assert.strictEqual(emitter.emit("y"), false);
