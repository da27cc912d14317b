"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const util = require("node:util");
function Old(name) {
  EventEmitter.call(this);
  this.name = name;
}
util.inherits(Old, EventEmitter);
const a = new Old("a");
const b = new Old("b");
let hits = 0;
a.on("x", () => hits++);
b.emit("x");
a.emit("x");
assert.strictEqual(hits, 1);
assert.ok(a instanceof EventEmitter);
