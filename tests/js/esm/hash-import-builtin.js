import assert from "node:assert";
import path from "node:path";
import main from "../../fixtures/modules/imports/main.js";
assert.strictEqual((await main.import("#path")).default, path);
await assert.rejects(main.import("#nothing"), {
  code: "ERR_PACKAGE_IMPORT_NOT_DEFINED",
  message: /^Package import specifier "#nothing" is not defined in package .*imports\/package\.json imported from .*main\.js$/,
});
