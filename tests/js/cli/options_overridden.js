// not-on-node: RONDO_OPTIONS
// env: RONDO_OPTIONS=--stack-trace-limit=3
// flags: --stack-trace-limit=4
require("node:assert").strictEqual(Error.stackTraceLimit, 4);
