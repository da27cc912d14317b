"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const { AsyncLocalStorage } = require("node:async_hooks");
const storage = new AsyncLocalStorage();
const emitter = storage.run("made here", () => new EventEmitter.EventEmitterAsyncResource({ name: "Job" }));
let seen;
emitter.on("x", () => (seen = storage.getStore()));
storage.run("emitted here", () => emitter.emit("x"));
assert.strictEqual(seen, "made here");
assert.strictEqual(typeof emitter.asyncId, "number");
class Job extends EventEmitter.EventEmitterAsyncResource {}
assert.ok(new Job() instanceof EventEmitter);
