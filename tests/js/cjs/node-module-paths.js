const assert = require("node:assert");
const Module = require("node:module");
assert.deepStrictEqual(Module._nodeModulePaths("/a/b"), ["/a/b/node_modules", "/a/node_modules", "/node_modules"]);
assert.deepStrictEqual(Module._nodeModulePaths("/a/node_modules/b"), [
  "/a/node_modules/b/node_modules", "/a/node_modules", "/node_modules",
]);
assert.deepStrictEqual(Module._nodeModulePaths("/"), ["/node_modules"]);
assert.deepStrictEqual(Module._nodeModulePaths("/node_modules"), ["/node_modules"]);
