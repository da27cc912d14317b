const assert = require("node:assert");
const Module = require("node:module");
assert.strictEqual(Module.wrap("x"), "(function (exports, require, module, __filename, __dirname) { x\n});");
assert.strictEqual(Module.wrapper.length, 2);
const { wrap } = Module;
Module.wrap = (script) => wrap(`exports.wrapped = true;${script}`);
assert.strictEqual(require("../../fixtures/modules/values/random.js").wrapped, true);
