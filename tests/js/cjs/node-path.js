const assert = require("node:assert");
const path = require("node:path");
const Module = require("node:module");
assert.throws(() => require("plain"), { code: "MODULE_NOT_FOUND" });
process.env.NODE_PATH = `/nowhere:${path.join(__dirname, "../../fixtures/modules/node_modules")}`;
Module._initPaths();
assert.strictEqual(require("plain").name, "plain");
assert.ok(Module.globalPaths.includes("/nowhere"));
