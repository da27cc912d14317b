"use strict";
const assert = require("node:assert");
const dc = require("node:diagnostics_channel");

const { AsyncLocalStorage } = require("node:async_hooks");
const storage = new AsyncLocalStorage();
const channel = dc.channel("x");
channel.bindStore(storage, (message) => ({ wrapped: message }));
const receiver = {};
const result = channel.runStores(1, function (a) {
  assert.strictEqual(this, receiver);
  assert.deepStrictEqual(storage.getStore(), { wrapped: 1 });
  return a;
}, receiver, 9);
assert.strictEqual(result, 9);
assert.strictEqual(storage.getStore(), undefined);
assert.strictEqual(channel.unbindStore(storage), true);
assert.strictEqual(channel.unbindStore(storage), false);
assert.strictEqual(channel.hasSubscribers, false);
