const assert = require("node:assert");
const values = "../../fixtures/modules/values";
assert.rejects(import(`${values}/imports-nothing.mjs`), {
  name: "SyntaxError",
  message:
    "Named export 'nothing' not found. The requested module './named.cjs' is a CommonJS module, which may not support " +
    "all module.exports as named exports.\nCommonJS modules can always be imported via the default export, for example " +
    "using:\n\nimport pkg from './named.cjs';\nconst { nothing } = pkg;\n",
});
assert.rejects(import(`${values}/imports-nothing-esm.mjs`), {
  name: "SyntaxError",
  message: "The requested module './no-default.mjs' does not provide an export named 'nothing'",
});
