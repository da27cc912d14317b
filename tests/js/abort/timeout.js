"use strict";
const assert = require("node:assert");
const signal = AbortSignal.timeout(10);
assert.strictEqual(signal.aborted, false);
const keepAlive = setTimeout(() => assert.fail("too late"), 5000);
signal.onabort = () => {
  assert.strictEqual(signal.reason.name, "TimeoutError");
  assert.strictEqual(signal.reason.code, 23);
  assert.strictEqual(signal.reason.message, "The operation was aborted due to timeout");
  clearTimeout(keepAlive);
};
assert.throws(() => AbortSignal.timeout(-1), { code: "ERR_OUT_OF_RANGE" });
