const assert = require("node:assert");
const path = require("node:path");
const root = path.join(__dirname, "../../fixtures/modules");

assert.strictEqual(require.resolve("../../fixtures/modules/json/good"), `${root}/json/good.json`);
assert.strictEqual(require.resolve("fs"), "fs");
assert.strictEqual(require.resolve("node:fs"), "node:fs");
assert.strictEqual(require.resolve("plain", { paths: [root] }), `${root}/node_modules/plain/index.js`);
assert.strictEqual(require.resolve("plain", { paths: ["/", `${root}/typed`] }), `${root}/node_modules/plain/index.js`);
assert.strictEqual(require.resolve("./json/good", { paths: [root] }), `${root}/json/good.json`);
assert.throws(() => require.resolve("plain", { paths: ["/"] }), { code: "MODULE_NOT_FOUND" });
assert.throws(() => require.resolve("plain", { paths: "x" }), { code: "ERR_INVALID_ARG_VALUE" });

assert.strictEqual(require.resolve.paths("fs"), null);
assert.deepStrictEqual(require.resolve.paths("./x"), [__dirname]);
assert.strictEqual(require.resolve.paths("x")[0], path.join(__dirname, "node_modules"));
