const assert = require("node:assert");
const vm = require("node:vm");
const sandbox = { a: 1 };
assert.strictEqual(vm.isContext(sandbox), false);
assert.strictEqual(vm.createContext(sandbox), sandbox);
assert.strictEqual(vm.isContext(sandbox), true);
assert.strictEqual(vm.createContext(sandbox), sandbox);
vm.runInContext("let kept = 7; b = a + 1;", sandbox);
assert.strictEqual(sandbox.b, 2);
assert.strictEqual(sandbox.kept, undefined);
assert.strictEqual(vm.runInContext("kept", sandbox), 7);
sandbox.c = "from outside";
assert.strictEqual(vm.runInContext("c", sandbox), "from outside");
assert.strictEqual(vm.runInContext("delete c; typeof c", sandbox), "undefined");
assert.ok(!("c" in sandbox));
assert.deepStrictEqual(vm.runInContext("Object.keys(globalThis)", sandbox).sort().join(), "a,b");
assert.strictEqual(vm.runInContext("'a' in globalThis", sandbox), true);
assert.throws(() => vm.runInContext("1", {}), {
  code: "ERR_INVALID_ARG_TYPE",
  message: 'The "contextifiedObject" argument must be an vm.Context. Received an instance of Object',
});
const indexed = vm.createContext({ 0: "zero", name: 1 });
assert.strictEqual(vm.runInContext("this[0] + globalThis['0']", indexed), "zerozero");
vm.runInContext("this[1] = 'one'", indexed);
assert.strictEqual(indexed[1], "one");
assert.deepStrictEqual(vm.runInContext("Object.keys(globalThis).sort().join()", indexed), "0,1,name");
