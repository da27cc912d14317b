const assert = require("node:assert");
const { inspect } = require("node:util");
assert.strictEqual(inspect(new TextDecoder()), "TextDecoder { encoding: 'utf-8', fatal: false, ignoreBOM: false }");
assert.match(inspect(new TextEncoder()), /encoding: 'utf-8'/);
