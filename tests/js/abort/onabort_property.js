"use strict";
const assert = require("node:assert");
const controller = new AbortController();
const { signal } = controller;
const order = [];
assert.strictEqual(signal.onabort, null);
signal.onabort = () => order.push("replaced");
signal.addEventListener("abort", () => order.push("listener"));
signal.onabort = function () {
  assert.strictEqual(this, signal);
  order.push("handler");
};
controller.abort();
assert.deepStrictEqual(order, ["handler", "listener"]);
const other = new AbortController();
other.signal.onabort = () => assert.fail();
other.signal.onabort = null;
other.abort();
