const assert = require("node:assert");
let returned = false;
const promise = import("../../fixtures/modules/values/no-default.mjs");
promise.then((namespace) => {
  assert.ok(returned);
  assert.strictEqual(namespace.a, 1);
  return Promise.all([import("../../fixtures/modules/values/no-default.mjs"), import("node:fs")]);
}).then(([again, fs]) => {
  assert.strictEqual(again.a, 1);
  assert.strictEqual(fs.default, require("fs"));
  assert.strictEqual(fs.readFileSync, require("fs").readFileSync);
  return eval('import("../../fixtures/modules/values/no-default.mjs")');
}).then((fromEval) => {
  assert.strictEqual(fromEval.a, 1);
  return new Function("x", "return import(x)")("node:path");
}).then((fromFunction) => assert.strictEqual(fromFunction.default, require("path")));
returned = true;
