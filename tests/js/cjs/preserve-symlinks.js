// flags: --preserve-symlinks
const assert = require("node:assert");
const path = require("node:path");
const root = path.join(__dirname, "../../fixtures/modules");
const loaded = require(`${root}/linked/link.cjs`);
assert.strictEqual(loaded.filename, `${root}/linked/link.cjs`);
assert.notStrictEqual(require(`${root}/values/uses-module.cjs`), loaded);
