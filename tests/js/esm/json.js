const assert = require("node:assert");
const { pathToFileURL } = require("node:url");
const good = require.resolve("../../fixtures/modules/json/good.json");
const bad = require.resolve("../../fixtures/modules/json/bad.json");
const url = pathToFileURL(good).href;
(async () => {
  const first = await import(good, { with: { type: "json" } });
  assert.deepStrictEqual(first.default, { a: 1, b: [true, null] });
  assert.deepStrictEqual(Object.keys(first), ["default"]);
  assert.strictEqual(require(good), first.default);
  await assert.rejects(import(good), {
    name: "TypeError",
    code: "ERR_IMPORT_ATTRIBUTE_MISSING",
    message: `Module "${url}" needs an import attribute of "type: json"`,
  });
  await assert.rejects(import(good, { with: { type: "css" } }), {
    code: "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
    message: `Import attribute "type" with value "css" is not supported in ${url}`,
  });
  await assert.rejects(import(good, { with: { kind: "json" } }), {
    code: "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
    message: `Import attribute "kind" with value "json" is not supported in ${url}`,
  });
  await assert.rejects(import(__filename, { with: { type: "json" } }), {
    code: "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE",
    message: `Module "${pathToFileURL(__filename).href}" is not of type "json"`,
  });
  await assert.rejects(import(bad, { with: { type: "json" } }), (error) => {
    assert.ok(error instanceof SyntaxError);
    assert.ok(error.message.startsWith(`${bad}: `), error.message);
    return true;
  });
})();
