"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

assert.strictEqual(EventEmitter.EventEmitter, EventEmitter);
assert.strictEqual(require("events"), EventEmitter);
assert.strictEqual(EventEmitter.captureRejectionSymbol, Symbol.for("nodejs.rejection"));
for (const name of ["once", "on", "getEventListeners", "setMaxListeners", "listenerCount", "addAbortListener"]) {
  assert.strictEqual(typeof EventEmitter[name], "function", name);
}
const { EventEmitter: Named } = require("node:events");
assert.ok(new Named() instanceof EventEmitter);
