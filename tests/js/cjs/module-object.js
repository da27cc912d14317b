const assert = require("node:assert");
const path = require("node:path");
const file = path.join(__dirname, "../../fixtures/modules/values/uses-module.cjs");
const loaded = require(file);

assert.deepStrictEqual(loaded.info, { id: file, filename: file, loaded: false, parent: module, children: [] });
assert.strictEqual(loaded.module.loaded, true);
assert.strictEqual(loaded.module.exports, loaded);
assert.strictEqual(loaded.dirname, path.dirname(file));
assert.strictEqual(loaded.filename, file);
assert.strictEqual(loaded.isMain, false);
assert.strictEqual(loaded.thisIsExports, true);
assert.ok(module.children.includes(loaded.module));
assert.strictEqual(loaded.module.path, path.dirname(file));
assert.strictEqual(loaded.module.paths[0], path.join(path.dirname(file), "node_modules"));
assert.strictEqual(loaded.module.isPreloading, false);
assert.ok(loaded.module instanceof require("node:module"));
assert.strictEqual(loaded.module.constructor, require("node:module"));
