const assert = require("node:assert");
const { createRequire } = require("node:module");
const path = require("node:path");
const root = path.join(__dirname, "../../fixtures/modules");
const load = createRequire(path.join(root, "x.js"));
const config = `${root}/node_modules/exported/package.json`;

assert.strictEqual(load("exported").name, "exported");
assert.strictEqual(load("exported/sub").name, "exported/sub");
assert.strictEqual(load("exported/features/x.js").name, "feature x");
assert.strictEqual(load("exported/list").name, "exported/sub");
assert.strictEqual(load("exported/spaced").name, "with space");
assert.strictEqual(load("conditional").name, "require");
// A condition that leads nowhere does not end the search: the next key is tried.
assert.strictEqual(load("conditional/nested").name, "default");

const notExported = (request, subpath, pkg = config) =>
  assert.throws(() => load(request), {
    code: "ERR_PACKAGE_PATH_NOT_EXPORTED",
    message: `Package subpath '${subpath}' is not defined by "exports" in ${pkg}`,
  });
notExported("exported/lib/sub.js", "./lib/sub.js");
notExported("exported/package.json", "./package.json");
notExported("exported/features/private/y.js", "./features/private/y.js");
notExported("conditional/none", "./none", `${root}/node_modules/conditional/package.json`);
assert.throws(() => load("exported/missing"), {
  code: "MODULE_NOT_FOUND",
  message: `Cannot find module '${root}/node_modules/exported/missing.js'`,
});
