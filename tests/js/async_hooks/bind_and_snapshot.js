"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

const bound = storage.run("bound", () => AsyncLocalStorage.bind((a) => [storage.getStore(), a]));
const snapshot = storage.run("snap", () => AsyncLocalStorage.snapshot());
storage.run("now", () => {
  assert.deepStrictEqual(bound(1), ["bound", 1]);
  assert.deepStrictEqual(snapshot((a, b) => [storage.getStore(), a, b], 1, 2), ["snap", 1, 2]);
  assert.strictEqual(storage.getStore(), "now");
});
assert.throws(() => AsyncLocalStorage.bind(5), { code: "ERR_INVALID_ARG_TYPE" });
