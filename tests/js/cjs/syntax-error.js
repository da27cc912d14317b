const assert = require("node:assert");
assert.throws(() => require("../../fixtures/modules/syntax/broken.js"), {
  name: "SyntaxError",
  message: "Unexpected token ';'",
});
