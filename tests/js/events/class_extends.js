"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

class Modern extends EventEmitter {
  constructor() {
    super();
    this.ready = true;
  }
  emit(name, ...args) {
    return super.emit(name, ...args, "more");
  }
}
const m = new Modern();
let got;
m.on("x", (...args) => (got = args));
m.emit("x", 1);
assert.deepStrictEqual(got, [1, "more"]);
assert.ok(m.ready);
assert.strictEqual(EventEmitter.name, "EventEmitter");
