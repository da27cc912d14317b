// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

async function work() {
  await null;
  assert.strictEqual(storage.getStore(), "a");
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.strictEqual(storage.getStore(), "a");
  await { then: (resolve) => resolve(assert.strictEqual(storage.getStore(), "a")) };
  return storage.getStore();
}
const promise = storage.run("a", work);
assert.strictEqual(storage.getStore(), undefined);
storage.run("b", () => promise.then((value) => {
  assert.strictEqual(value, "a");
  assert.strictEqual(storage.getStore(), "b");
  console.log("done");
}));
