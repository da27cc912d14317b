const assert = require("node:assert");
(async () => {
  const file = "../../fixtures/modules/values/throws.mjs";
  const first = await import(file).catch((error) => error);
  const second = await import(file).catch((error) => error);
  assert.strictEqual(first.message, "from the module");
  assert.strictEqual(second, first);
  await assert.rejects(import("../../fixtures/modules/values/throws.cjs"), { message: "from the module" });
  await assert.rejects(import("../../fixtures/modules/syntax/broken.mjs"), {
    name: "SyntaxError",
    message: "Unexpected token ';'",
  });
})();
