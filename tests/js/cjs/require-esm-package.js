const assert = require("node:assert");
const { createRequire } = require("node:module");
const load = createRequire(require("node:path").join(__dirname, "../../fixtures/modules/x.js"));
const esm = load("esm-only");
assert.strictEqual(esm.name, "esm-only");
assert.strictEqual(esm.default(), "hello");
assert.strictEqual(esm.__esModule, true);
