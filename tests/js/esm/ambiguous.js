const assert = require("node:assert");
assert.rejects(import("../../fixtures/modules/syntax/ambiguous.js"), {
  name: "ReferenceError",
  code: "ERR_AMBIGUOUS_MODULE_SYNTAX",
  message:
    "Cannot determine intended module format because both 'require' and top-level await are present. If the code is " +
    "intended to be CommonJS, wrap await in an async function. If the code is intended to be an ES module, replace " +
    "require() with import.",
});
assert.rejects(import("../../fixtures/modules/syntax/uses-require.mjs"), {
  name: "ReferenceError",
  message: "require is not defined in ES module scope, you can use import instead",
});
