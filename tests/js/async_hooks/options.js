"use strict";
const assert = require("node:assert");
// Node 24: { defaultValue, name }.
const { AsyncLocalStorage } = require("node:async_hooks");
if (parseInt(process.versions.node) >= 24) {
  const storage = new AsyncLocalStorage({ defaultValue: 5, name: "request" });
  assert.strictEqual(storage.name, "request");
  assert.strictEqual(storage.getStore(), 5);
  storage.run(undefined, () => assert.strictEqual(storage.getStore(), undefined));
  storage.run(6, () => assert.strictEqual(storage.getStore(), 6));
}
