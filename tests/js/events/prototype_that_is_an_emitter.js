"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

function Foo() {
  EventEmitter.call(this);
}
Foo.prototype = new EventEmitter();
const a = new Foo();
const b = new Foo();
a.on("x", () => {});
assert.strictEqual(a.listenerCount("x"), 1);
assert.strictEqual(b.listenerCount("x"), 0);
assert.strictEqual(Foo.prototype.listenerCount("x"), 0);
