const assert = require("node:assert");
const { enableCompileCache } = require("node:module");
const wrong = [1, true, null, () => {}, { directory: 1 }, { directory: null }];
for (const value of wrong) {
  assert.throws(() => enableCompileCache(value), { name: "TypeError", code: "ERR_INVALID_ARG_TYPE" });
}
