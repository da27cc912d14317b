const assert = require("node:assert");
const symbol = Symbol("x");
assert.throws(() => {
  process.env[symbol] = "x";
}, { name: "TypeError", message: "Cannot convert a Symbol value to a string" });
assert.throws(() => {
  process.env.RONDO_TEST = symbol;
}, { name: "TypeError", message: "Cannot convert a Symbol value to a string" });
assert.strictEqual(process.env[symbol], undefined);
assert.ok(!(symbol in process.env));
