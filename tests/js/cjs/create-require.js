const assert = require("node:assert");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { createRequire } = require("node:module");
const root = path.join(__dirname, "../../fixtures/modules");
for (const from of [`${root}/x.js`, pathToFileURL(`${root}/x.js`), pathToFileURL(`${root}/x.js`).href, `${root}/`]) {
  assert.strictEqual(createRequire(from)("./json/good.json").a, 1);
  assert.strictEqual(createRequire(from)("plain").name, "plain");
}
assert.throws(() => createRequire("relative.js"), {
  code: "ERR_INVALID_ARG_VALUE",
  message: "The argument 'filename' must be a file URL object, file URL string, or absolute path string. " +
    "Received 'relative.js'",
});
assert.throws(() => createRequire(5), { code: "ERR_INVALID_ARG_VALUE" });
