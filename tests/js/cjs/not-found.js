const assert = require("node:assert");
const path = require("node:path");
const cycle = path.join(__dirname, "../../fixtures/modules/cycle/needs-missing.js");

assert.throws(() => require("no-such-package"), {
  name: "Error",
  code: "MODULE_NOT_FOUND",
  message: `Cannot find module 'no-such-package'\nRequire stack:\n- ${__filename}`,
  requireStack: [__filename],
});
assert.throws(() => require(cycle), {
  code: "MODULE_NOT_FOUND",
  message: `Cannot find module './missing-dep.js'\nRequire stack:\n- ${cycle}\n- ${__filename}`,
  requireStack: [cycle, __filename],
});
// A module that failed is not cached, and not a child.
assert.strictEqual(require.cache[cycle], undefined);
assert.ok(!module.children.some((child) => child.filename === cycle));
