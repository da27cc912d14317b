const assert = require("node:assert");
const vm = require("node:vm");
const seen = [];
const sandbox = vm.createContext({
  get computed() { return "got"; },
  set computed(value) { seen.push(value); },
});
assert.strictEqual(vm.runInContext("computed", sandbox), "got");
vm.runInContext("computed = 5", sandbox);
assert.deepStrictEqual(seen, [5]);
assert.throws(() => vm.runInContext("'use strict'; undeclared = 1", sandbox), (error) =>
  error.name === "ReferenceError" && error.message === "undeclared is not defined");
sandbox.declared = 1;
vm.runInContext("'use strict'; declared = 2", sandbox);
assert.strictEqual(sandbox.declared, 2);
Object.defineProperty(sandbox, "fixed", { value: 1 });
vm.runInContext("fixed = 2", sandbox);
assert.strictEqual(sandbox.fixed, 1);
vm.runInContext("Object.defineProperty(globalThis, 'hidden', { value: 3, configurable: true })", sandbox);
assert.deepStrictEqual(Object.getOwnPropertyDescriptor(sandbox, "hidden"), {
  value: 3, writable: false, enumerable: false, configurable: true,
});
