"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

// A listener runs in the context of the emit, not of the `on`.
const EventEmitter = require("node:events");
const emitter = new EventEmitter();
let seen;
storage.run("on", () => emitter.on("x", () => (seen = storage.getStore())));
storage.run("emit", () => emitter.emit("x"));
assert.strictEqual(seen, "emit");
