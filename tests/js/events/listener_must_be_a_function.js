"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
for (const method of ["on", "once", "addListener", "prependListener", "prependOnceListener", "off", "removeListener"]) {
  assert.throws(() => emitter[method]("x", "nope"), {
    name: "TypeError",
    code: "ERR_INVALID_ARG_TYPE",
    message: 'The "listener" argument must be of type function. Received type string (\'nope\')',
  });
}
