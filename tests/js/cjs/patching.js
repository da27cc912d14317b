// Packages replace these functions; each is looked up when it is used.
const assert = require("node:assert");
const Module = require("node:module");

const { _load, _resolveFilename } = Module;
const { require: originalRequire } = Module.prototype;
Module._load = function (request, parent, isMain) {
  return request === "mocked" ? { mocked: true } : _load.call(this, request, parent, isMain);
};
assert.deepStrictEqual(require("mocked"), { mocked: true });
Module._load = _load;

Module._resolveFilename = function (request, ...rest) {
  return _resolveFilename.call(this, request === "alias" ? "path" : request, ...rest);
};
assert.strictEqual(require("alias"), require("path"));
assert.strictEqual(require.resolve("alias"), "path");
Module._resolveFilename = _resolveFilename;

const seen = [];
Module.prototype.require = function (id) {
  seen.push(id);
  return originalRequire.call(this, id);
};
require("node:os");
assert.deepStrictEqual(seen, ["node:os"]);
Module.prototype.require = originalRequire;
