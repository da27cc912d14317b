"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const error = new TypeError("bad");
assert.throws(() => emitter.emit("error", error), (thrown) => thrown === error);
for (const [value, text] of [[5, "5"], ["s", "'s'"], [null, "null"], [{ a: { b: [1] } }, "{ a: { b: [ 1 ] } }"]]) {
  assert.throws(() => emitter.emit("error", value), {
    name: "Error",
    code: "ERR_UNHANDLED_ERROR",
    message: `Unhandled error. (${text})`,
    context: value,
  });
}
