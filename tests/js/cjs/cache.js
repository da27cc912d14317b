const assert = require("node:assert");
const file = require.resolve("../../fixtures/modules/values/random.js");
const first = require(file);
assert.strictEqual(require(file), first);
assert.strictEqual(require.cache[file].exports, first);
assert.strictEqual(require.cache, require("node:module")._cache);
assert.strictEqual(Object.getPrototypeOf(require.cache), null);

delete require.cache[file];
const second = require(file);
assert.notStrictEqual(second, first);

require.cache[file] = { id: file, exports: "replaced", loaded: true };
assert.strictEqual(require(file), "replaced");
assert.strictEqual(require("../../fixtures/modules/values/random"), "replaced");
