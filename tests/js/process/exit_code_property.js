// expect-exit: 42
const assert = require("node:assert");
process.on("exit", (code) => {
  assert.strictEqual(code, 40);
  assert.strictEqual(process.exitCode, 40);
  process.exitCode = 42;
});
process.exitCode = 40;
