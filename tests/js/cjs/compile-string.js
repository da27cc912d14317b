// What require-from-string and the like do.
const assert = require("node:assert");
const Module = require("node:module");
const made = new Module("/virtual/file.js", module);
made.filename = "/virtual/file.js";
made.paths = Module._nodeModulePaths("/virtual");
const result = made._compile("exports.sum = 1 + 1; exports.where = __dirname; return 'returned';", "/virtual/file.js");
assert.strictEqual(result, "returned");
assert.strictEqual(made.exports.sum, 2);
assert.strictEqual(made.exports.where, "/virtual");
assert.ok(module.children.includes(made));
assert.strictEqual(made.parent, module);
