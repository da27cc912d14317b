// flags: --stack-trace-limit=2
const assert = require("node:assert");
assert.strictEqual(Error.stackTraceLimit, 2);
const deep = (n) => (n === 0 ? new Error("x") : deep(n - 1));
assert.strictEqual(deep(5).stack.split("\n").length, 3);
