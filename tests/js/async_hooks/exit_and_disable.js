"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

storage.run("a", () => {
  assert.strictEqual(storage.exit((x) => [x, storage.getStore()].join(), 5), "5,");
  assert.strictEqual(storage.getStore(), "a");
  storage.disable();
  assert.strictEqual(storage.getStore(), undefined);
});
storage.run("b", () => assert.strictEqual(storage.getStore(), "b"));
