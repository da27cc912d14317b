const assert = require("node:assert");
const a = require("../../fixtures/modules/cycle/a.js");
const b = require("../../fixtures/modules/cycle/b.js");
assert.deepStrictEqual({ ...a }, { done: true, sawB: true });
assert.deepStrictEqual({ ...b }, { done: true, sawA: false });
assert.strictEqual(Object.getPrototypeOf(a), Object.prototype);
