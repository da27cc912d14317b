"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter();
let warnings = 0;
process.on("warning", (warning) => {
  warnings++;
  assert.strictEqual(warning.name, "MaxListenersExceededWarning");
  assert.strictEqual(
    warning.message,
    "Possible EventEmitter memory leak detected. 11 x listeners added to [EventEmitter]. " +
      "MaxListeners is 10. Use emitter.setMaxListeners() to increase limit",
  );
  assert.strictEqual(warning.emitter, emitter);
  assert.strictEqual(warning.type, "x");
  assert.strictEqual(warning.count, 11);
});
for (let i = 0; i < 20; i++) emitter.on("x", () => {});
const quiet = new EventEmitter().setMaxListeners(0);
for (let i = 0; i < 20; i++) quiet.on("x", () => {});
process.on("exit", () => assert.strictEqual(warnings, 1));
