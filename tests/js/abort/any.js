"use strict";
const assert = require("node:assert");
const a = new AbortController();
const b = new AbortController();
const both = AbortSignal.any([a.signal, b.signal]);
const nested = AbortSignal.any([both, AbortSignal.any([])]);
const order = [];
nested.onabort = () => order.push("nested");
both.onabort = () => order.push("both");
b.signal.onabort = () => {
  order.push("source");
};
b.abort("why");
a.abort("other");
assert.strictEqual(both.reason, "why");
assert.strictEqual(nested.reason, "why");
// Node before 22 tells the followers first.
if (parseInt(process.versions.node) >= 22) assert.deepStrictEqual(order, ["source", "both", "nested"]);
const done = AbortSignal.any([AbortSignal.abort(1), AbortSignal.abort(2)]);
assert.strictEqual(done.reason, 1);
assert.throws(() => AbortSignal.any([1]), { code: "ERR_INVALID_ARG_TYPE" });
