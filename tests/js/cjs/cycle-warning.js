// expect-stderr: Accessing non-existent property 'late' of module exports inside circular dependency
const assert = require("node:assert");
const loaded = require("../../fixtures/modules/cycle/missing-name.js");
assert.strictEqual(loaded.late, 1);
assert.strictEqual(Object.getPrototypeOf(loaded), Object.prototype);
