"use strict";
const assert = require("node:assert");
assert.throws(() => new AbortSignal(), { name: "TypeError", code: "ERR_ILLEGAL_CONSTRUCTOR" });
assert.strictEqual(AbortSignal.name, "AbortSignal");
assert.strictEqual(AbortController.name, "AbortController");
assert.strictEqual(Object.prototype.toString.call(new AbortController()), "[object AbortController]");
assert.ok(new AbortController().signal instanceof EventTarget);
const controller = new AbortController();
assert.strictEqual(controller.signal, controller.signal);
