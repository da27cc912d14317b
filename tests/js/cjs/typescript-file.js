// not-on-node: Node strips types
const assert = require("node:assert");
const file = require.resolve("./typescript-fixture.ts");
assert.throws(() => require(file), {
  code: "ERR_UNKNOWN_FILE_EXTENSION",
  message: `Unknown file extension ".ts" for ${file}`,
});
assert.rejects(import(file), { code: "ERR_UNKNOWN_FILE_EXTENSION" });
