// flags: --expose-gc --max-old-space-size=300
const assert = require("node:assert");
assert.strictEqual(typeof gc, "function");
gc();
assert.deepStrictEqual(process.execArgv, ["--expose-gc", "--max-old-space-size=300"]);
