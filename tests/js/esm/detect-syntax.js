const assert = require("node:assert");
const path = require("node:path");
const syntax = path.join(__dirname, "../../fixtures/modules/syntax");
assert.strictEqual(require(`${syntax}/static.js`).default, "/");
assert.strictEqual(require(`${syntax}/meta.js`).where, `${syntax}/meta.js`);
import(`${syntax}/static.js`).then((namespace) => assert.strictEqual(namespace.default, "/"));
