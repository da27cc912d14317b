// args: one --two -3
const assert = require("node:assert");
assert.strictEqual(process.argv[0], process.execPath);
assert.strictEqual(process.argv[1], __filename);
assert.deepStrictEqual(process.argv.slice(2), ["one", "--two", "-3"]);
assert.deepStrictEqual(process.execArgv, []);
assert.ok(require("node:path").isAbsolute(process.execPath));
assert.strictEqual(typeof process.argv0, "string");
