// flags: --import data:text/javascript,globalThis.first=1 --import=data:text/javascript,globalThis.second=await(first+1)
const assert = require("node:assert");
assert.strictEqual(globalThis.first, 1);
assert.strictEqual(globalThis.second, 2);
assert.strictEqual(require.main, module);
