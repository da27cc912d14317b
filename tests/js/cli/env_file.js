// flags: --env-file=fixtures/one.env --env-file=fixtures/two.env
// env: RT_KEPT=outside
const assert = require("node:assert");
assert.strictEqual(process.env.RT_ONE, "first");
assert.strictEqual(process.env.RT_TWO, "multi\nline");
assert.strictEqual(process.env.RT_KEPT, "outside");
