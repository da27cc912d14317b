// The old spelling `assert { ... }` is gone from the language.
const assert = require("node:assert");
assert.rejects(import('data:text/javascript,import x from "data:application/json,1" assert { type: "json" }'), {
  name: "SyntaxError",
});
