const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const Module = require("node:module");
assert.deepStrictEqual(Object.keys(require.extensions), [".js", ".json", ".node"]);
assert.strictEqual(require.extensions, Module._extensions);

require.extensions[".txt"] = (module, filename) => {
  module.exports = fs.readFileSync(filename, "utf8").trim();
};
const file = path.join(__dirname, "extensions-fixture.txt");
assert.strictEqual(require(file), "some text");
assert.strictEqual(require("./extensions-fixture"), "some text");
delete require.extensions[".txt"];

const original = require.extensions[".js"];
require.extensions[".js"] = (module, filename) => {
  const compile = module._compile;
  module._compile = function (code, name) {
    return compile.call(this, `${code}\nexports.instrumented = true;`, name);
  };
  original(module, filename);
};
assert.strictEqual(require("../../fixtures/modules/values/random.js").instrumented, true);
