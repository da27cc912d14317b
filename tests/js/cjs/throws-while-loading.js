const assert = require("node:assert");
const file = require.resolve("../../fixtures/modules/values/throws.cjs");
assert.throws(() => require(file), { message: "from the module" });
assert.strictEqual(require.cache[file], undefined);
assert.throws(() => require(file), { message: "from the module" });
