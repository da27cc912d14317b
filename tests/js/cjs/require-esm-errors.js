const assert = require("node:assert");
const path = require("node:path");
const values = path.join(__dirname, "../../fixtures/modules/values");
for (const name of ["tla", "needs-tla"]) {
  assert.throws(() => require(`${values}/${name}.mjs`), {
    code: "ERR_REQUIRE_ASYNC_MODULE",
    message: /^require\(\) cannot be used on an ESM graph with top-level await\. Use import\(\) instead\./,
  });
}
assert.throws(() => require(`${values}/throws.mjs`), { message: "from the module" });
assert.throws(() => require(`${values}/throws.mjs`), { message: "from the module" });
process.on("unhandledRejection", () => process.exit(9));
setTimeout(() => {}, 5);
