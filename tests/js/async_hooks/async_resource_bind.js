"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

const object = {};
const bound = storage.run("a", () => AsyncResource.bind(function (x) {
  return [this, storage.getStore(), x];
}));
assert.deepStrictEqual(bound.call(object, 1), [object, "a", 1]);
assert.strictEqual(bound.length, 1);
const fixed = storage.run("b", () => new AsyncResource("T").bind(function () {
  return [this, storage.getStore()];
}, object));
assert.deepStrictEqual(fixed.call("other"), [object, "b"]);
