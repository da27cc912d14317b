"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
const seen = [];
emitter.on(EventEmitter.errorMonitor, (error) => seen.push(["monitor", error.message]));
assert.throws(() => emitter.emit("error", new Error("one")), { message: "one" });
emitter.on("error", (error) => seen.push(["listener", error.message]));
emitter.emit("error", new Error("two"));
assert.deepStrictEqual(seen, [["monitor", "one"], ["monitor", "two"], ["listener", "two"]]);
