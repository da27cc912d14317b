"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

setImmediate(() => assert.strictEqual(storage.getStore(), undefined));
setTimeout(() => assert.strictEqual(storage.getStore(), undefined), 5);
process.nextTick(() => assert.strictEqual(storage.getStore(), undefined));
storage.run("a", () => {
  setImmediate(() => assert.strictEqual(storage.getStore(), "a"));
  setTimeout(() => assert.strictEqual(storage.getStore(), "a"), 5);
});
setImmediate(() => assert.strictEqual(storage.getStore(), undefined));
setTimeout(() => assert.strictEqual(storage.getStore(), undefined), 5);
