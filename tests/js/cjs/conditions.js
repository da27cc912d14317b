// flags: --conditions=custom
const assert = require("node:assert");
const { createRequire } = require("node:module");
const load = createRequire(require("node:path").join(__dirname, "../../fixtures/modules/x.js"));
assert.strictEqual(load("conditional").name, "custom");
