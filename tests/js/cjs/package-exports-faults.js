const assert = require("node:assert");
const { createRequire } = require("node:module");
const path = require("node:path");
const root = path.join(__dirname, "../../fixtures/modules");
const load = createRequire(path.join(root, "x.js"));
const config = `${root}/node_modules/bad-target/package.json`;

assert.throws(() => load("bad-target"), {
  code: "ERR_INVALID_PACKAGE_TARGET",
  message: `Invalid "exports" main target "index.js" defined in the package config ${config}; ` +
    'targets must start with "./"',
});
assert.throws(() => load("bad-target/up"), {
  code: "ERR_INVALID_PACKAGE_TARGET",
  message: `Invalid "exports" target "./../up.js" defined for './up' in the package config ${config}`,
});
assert.throws(() => load("bad-target/esc"), { code: "ERR_INVALID_PACKAGE_TARGET" });
assert.throws(() => load("mixed"), {
  code: "ERR_INVALID_PACKAGE_CONFIG",
  message: /"exports" cannot contain some keys starting with '\.' and some not/,
});
assert.throws(() => load("exported/features/../../sub.js"), {
  code: "ERR_INVALID_MODULE_SPECIFIER",
  message: /request is not a valid match in pattern "\.\/features\/\*\.js"/,
});
