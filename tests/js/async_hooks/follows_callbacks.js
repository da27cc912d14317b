"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

const seen = [];
const note = (name) => () => seen.push([name, storage.getStore()]);
storage.run("ctx", () => {
  setTimeout(note("timeout"), 1);
  setImmediate(note("immediate"));
  process.nextTick(note("tick"));
  queueMicrotask(note("microtask"));
  const interval = setInterval(() => {
    note("interval")();
    clearInterval(interval);
  }, 1);
});
process.on("exit", () => {
  assert.strictEqual(seen.length, 5);
  for (const [name, store] of seen) assert.strictEqual(store, "ctx", name);
});
