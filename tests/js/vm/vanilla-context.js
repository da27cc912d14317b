const assert = require("node:assert");
const vm = require("node:vm");
const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
assert.strictEqual(vm.isContext(context), true);
vm.runInContext("var x = 1; globalThis.y = 2;", context);
assert.strictEqual(context.x, 1);
assert.strictEqual(context.y, 2);
assert.strictEqual(vm.runInContext("globalThis", context), context);
assert.throws(() => vm.runInContext("eval('1')", vm.createContext({}, { codeGeneration: { strings: false } })), (error) =>
  error.name === "EvalError");
