// not-on-node: RONDO_OPTIONS
// env: RONDO_OPTIONS=--stack-trace-limit=3
require("node:assert").strictEqual(Error.stackTraceLimit, 3);
require("node:assert").deepStrictEqual(process.execArgv, []);
