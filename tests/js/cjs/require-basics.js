const assert = require("node:assert");
const path = require("node:path");
const fixtures = path.join(__dirname, "../../fixtures/modules");

assert.strictEqual(require("../../fixtures/modules/node_modules/plain").name, "plain");
assert.strictEqual(require(path.join(fixtures, "dirs/with-index")).name, "index");
assert.strictEqual(require(path.join(fixtures, "dirs/with-main")).name, "main");
// A file wins over a folder of that name, unless the request ends in a slash.
assert.strictEqual(require("../../fixtures/modules/dirs/file-and-dir").name, "file");
assert.strictEqual(require("../../fixtures/modules/dirs/file-and-dir/").name, "dir");
assert.strictEqual(require("fs"), require("node:fs"));
assert.strictEqual(require("../../fixtures/modules/syntax/extensionless").ok, true);
assert.strictEqual(require("../../fixtures/modules/syntax/hashbang").ok, true);
assert.strictEqual(require("../../fixtures/modules/syntax/bom").ok, true);
