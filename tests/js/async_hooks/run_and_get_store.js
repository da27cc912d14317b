"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

assert.strictEqual(storage.getStore(), undefined);
const result = storage.run({ id: 1 }, (a, b) => {
  assert.deepStrictEqual(storage.getStore(), { id: 1 });
  return storage.run("inner", () => storage.getStore()) + storage.getStore().id + a + b;
}, 2, 3);
assert.strictEqual(result, "inner123");
assert.strictEqual(storage.getStore(), undefined);
assert.throws(() => storage.run(1, () => { throw new Error("x"); }), { message: "x" });
assert.strictEqual(storage.getStore(), undefined);
