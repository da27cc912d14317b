// flags: --no-warnings --
// args: x
const assert = require("node:assert");
assert.deepStrictEqual(process.argv.slice(2), ["x"]);
assert.deepStrictEqual(process.execArgv.slice(0, 1), ["--no-warnings"]);
