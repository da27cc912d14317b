"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

class Query extends AsyncResource {
  constructor(callback) {
    super("Query");
    this.callback = callback;
  }
  finish(...args) {
    return this.runInAsyncScope(this.callback, this, ...args);
  }
}
const query = storage.run("asked", () => new Query(function (n) {
  assert.strictEqual(this, query);
  return [storage.getStore(), n];
}));
storage.run("answered", () => assert.deepStrictEqual(query.finish(7), ["asked", 7]));
assert.ok(query.asyncId() > 0);
assert.strictEqual(query.emitDestroy(), query);
assert.throws(() => new AsyncResource(), { code: "ERR_INVALID_ARG_TYPE" });
