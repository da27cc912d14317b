const assert = require("node:assert");
const path = require("node:path");
const { types } = require("node:util");
const values = path.join(__dirname, "../../fixtures/modules/values");

const plain = require(`${values}/no-default.mjs`);
assert.ok(types.isModuleNamespaceObject(plain));
assert.deepStrictEqual({ ...plain }, { a: 1 });
assert.strictEqual(require(`${values}/no-default.mjs`), plain);

const withDefault = require(`${values}/default.mjs`);
assert.deepStrictEqual({ ...withDefault }, { __esModule: true, a: 1, default: 2 });
assert.deepStrictEqual({ ...require(`${values}/own-flag.mjs`) }, { __esModule: false, default: 5 });
assert.deepStrictEqual(require(`${values}/renamed.mjs`), { special: true });

const counter = require(`${values}/counter.mjs`);
counter.increment();
assert.strictEqual(counter.count, 1);
import(`${values}/counter.mjs`).then((namespace) => {
  assert.strictEqual(namespace.count, 1);
  assert.strictEqual(namespace, counter);
});
