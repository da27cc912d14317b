const assert = require("node:assert");
import("../../fixtures/modules/cycle/from-esm.mjs").then(({ error }) => {
  assert.strictEqual(error.code, "ERR_REQUIRE_CYCLE_MODULE");
  assert.match(error.message, /^Cannot require\(\) ES Module .*from-esm\.mjs in a cycle\. \(from .*requires-esm\.cjs\)/);
});
