const assert = require("node:assert");
const path = require("node:path");
const folder = path.join(__dirname, "../../fixtures/modules/json");
assert.deepStrictEqual(require(path.join(folder, "good.json")), { a: 1, b: [true, null] });
assert.deepStrictEqual(require(path.join(folder, "good")), { a: 1, b: [true, null] });
assert.deepStrictEqual(require(path.join(folder, "bom.json")), { bom: true });
const bad = path.join(folder, "bad.json");
assert.throws(() => require(bad), (error) => {
  assert.ok(error instanceof SyntaxError);
  assert.ok(error.message.startsWith(`${bad}: `), error.message);
  return true;
});
