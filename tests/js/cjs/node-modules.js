const assert = require("node:assert");
const { createRequire } = require("node:module");
const path = require("node:path");
const root = path.join(__dirname, "../../fixtures/modules");
const load = createRequire(path.join(root, "typed/sub/anything.js"));

assert.strictEqual(load("plain").name, "plain");
assert.strictEqual(load("plain/extra").name, "plain/extra");
assert.strictEqual(load("plain/extra.js").name, "plain/extra");
assert.strictEqual(load("main-field").name, "main-field");
assert.strictEqual(load("main-dir").name, "main-dir");
assert.strictEqual(load("@scope/pkg").name, "@scope/pkg");
assert.strictEqual(load("@scope/pkg/sub").name, "@scope/pkg/sub");
assert.throws(() => load("bad-main"), {
  code: "MODULE_NOT_FOUND",
  message: `Cannot find module '${root}/node_modules/bad-main/nowhere.js'. ` +
    'Please verify that the package.json has a valid "main" entry',
  path: `${root}/node_modules/bad-main/package.json`,
  requestPath: "bad-main",
});
assert.throws(() => load("bad-json"), {
  code: "ERR_INVALID_PACKAGE_CONFIG",
  message: `Invalid package config ${root}/node_modules/bad-json/package.json.`,
});
