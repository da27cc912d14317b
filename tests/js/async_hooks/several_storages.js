"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

const other = new AsyncLocalStorage();
storage.run(1, () => {
  other.run("x", () => {
    storage.run(2, () => assert.deepStrictEqual([storage.getStore(), other.getStore()], [2, "x"]));
    assert.deepStrictEqual([storage.getStore(), other.getStore()], [1, "x"]);
    setImmediate(() => assert.deepStrictEqual([storage.getStore(), other.getStore()], [1, "x"]));
  });
  assert.deepStrictEqual([storage.getStore(), other.getStore()], [1, undefined]);
});
