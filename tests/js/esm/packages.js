const assert = require("node:assert");
const path = require("node:path");
const { import: load } = require("../../fixtures/modules/imports/main.js");
const root = path.join(__dirname, "../../fixtures/modules");
const from = `${root}/imports/main.js`;
(async () => {
  assert.strictEqual((await load("plain")).name, "plain");
  assert.strictEqual((await load("main-dir")).name, "main-dir");
  assert.strictEqual((await load("@scope/pkg/sub.js")).name, "@scope/pkg/sub");
  assert.strictEqual((await load("conditional")).name, "import");
  assert.strictEqual((await load("conditional/nested")).name, "import");
  assert.strictEqual((await load("esm-only")).default(), "hello");
  assert.strictEqual((await load("#lib/a")).name, "lib/a");
  assert.strictEqual((await load("#cond")).name, "esm");
  assert.strictEqual((await load("#path")).default, path);
  assert.strictEqual((await load("importer")).name, "importer");
  await assert.rejects(load("exported/nope"), {
    code: "ERR_PACKAGE_PATH_NOT_EXPORTED",
    message: `Package subpath './nope' is not defined by "exports" in ${root}/node_modules/exported/package.json ` +
      `imported from ${from}`,
  });
  await assert.rejects(load("bad-json"), {
    code: "ERR_INVALID_PACKAGE_CONFIG",
    message: `Invalid package config ${root}/node_modules/bad-json/package.json while importing "bad-json" from ${from}.`,
  });
  await assert.rejects(load("bad-main"), {
    code: "ERR_MODULE_NOT_FOUND",
    message: `Cannot find package '${root}/node_modules/bad-main/nowhere.js' imported from ${from}`,
  });
})();
