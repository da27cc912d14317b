"use strict";
const assert = require("node:assert");
const controller = new AbortController();
const reason = { any: "value" };
controller.abort(reason);
assert.strictEqual(controller.signal.reason, reason);
assert.strictEqual(AbortSignal.abort(5).reason, 5);
assert.strictEqual(AbortSignal.abort().aborted, true);
