const assert = require("node:assert");
globalThis.URL = 1;
assert.strictEqual(URL, 1);
Buffer = 2;
assert.strictEqual(Buffer, 2);
assert.strictEqual(delete globalThis.TextEncoder, true);
assert.strictEqual(typeof TextEncoder, "undefined");
