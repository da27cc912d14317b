const assert = require("node:assert");
const path = require("node:path");
const root = path.join(__dirname, "../../fixtures/modules/imports");
const { load } = require(path.join(root, "main.js"));

assert.strictEqual(load("#lib").name, "lib");
assert.strictEqual(load("#lib/a").name, "lib/a");
assert.strictEqual(load("#plain").name, "plain");
assert.strictEqual(load("#cond").name, "cjs");
// A package may name itself.
assert.strictEqual(load("importer").name, "importer");
assert.throws(() => load("#nothing"), {
  name: "TypeError",
  code: "ERR_PACKAGE_IMPORT_NOT_DEFINED",
  message: `Package import specifier "#nothing" is not defined in package ${root}/package.json ` +
    `imported from ${root}/main.js`,
});
assert.throws(() => load("#bad"), {
  code: "ERR_INVALID_PACKAGE_TARGET",
  message: `Invalid "imports" target "../outside.js" defined for '#bad' in the package config ${root}/package.json ` +
    `imported from ${root}/main.js`,
});
assert.throws(() => load("importer/hidden"), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
