const assert = require("node:assert");
const path = require("node:path");
const { findPackageJSON } = require("node:module");
const { pathToFileURL } = require("node:url");
const root = path.join(__dirname, "../../fixtures/modules");
assert.strictEqual(findPackageJSON("plain", pathToFileURL(`${root}/x.js`)), `${root}/node_modules/plain/package.json`);
assert.strictEqual(findPackageJSON("..", pathToFileURL(`${root}/typed/sub/c.js`)), `${root}/typed/package.json`);
assert.strictEqual(findPackageJSON(pathToFileURL(`${root}/typed/m.js`)), `${root}/typed/package.json`);
