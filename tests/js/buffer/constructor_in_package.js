// A package's use of Buffer() is not reported: whoever runs it cannot change it.
const assert = require("node:assert");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "buffer-"));
const packageFolder = path.join(folder, "node_modules", "old");
fs.mkdirSync(packageFolder, { recursive: true });
fs.writeFileSync(path.join(packageFolder, "index.js"), "module.exports = new Buffer('x');");
fs.writeFileSync(path.join(folder, "main.js"), "module.exports = require('old');");
process.on("warning", (warning) => assert.fail(warning.message));
assert.strictEqual(require(path.join(folder, "main.js")).toString(), "x");
setTimeout(() => fs.rmSync(folder, { recursive: true }), 10);
