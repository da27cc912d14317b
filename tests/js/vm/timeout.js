const assert = require("node:assert");
const vm = require("node:vm");
const expected = { code: "ERR_SCRIPT_EXECUTION_TIMEOUT", message: "Script execution timed out after 20ms" };
assert.throws(() => vm.runInThisContext("for (;;) {}", { timeout: 20 }), expected);
assert.throws(() => vm.runInNewContext("for (;;) {}", {}, { timeout: 20 }), expected);
assert.strictEqual(vm.runInThisContext("1 + 1", { timeout: 1000 }), 2);
assert.throws(() => vm.runInThisContext("throw new Error('mine')", { timeout: 1000 }), { message: "mine" });
assert.throws(() => vm.runInThisContext("1", { timeout: 0 }), { code: "ERR_OUT_OF_RANGE" });
