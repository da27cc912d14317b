const assert = require("node:assert");
const path = require("node:path");
const root = path.join(__dirname, "../../fixtures/modules");
const loaded = require(`${root}/linked/link.cjs`);
assert.strictEqual(loaded.filename, `${root}/values/uses-module.cjs`);
assert.strictEqual(require(`${root}/values/uses-module.cjs`), loaded);
