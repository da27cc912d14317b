// not-on-node: Rondo does not load native addons
const assert = require("node:assert");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "rondo-")), "addon.node");
fs.writeFileSync(file, "");
assert.throws(() => require(file), {
  code: "ERR_DLOPEN_FAILED",
  message: `Cannot load native addon '${file}': Rondo does not load Node.js native addons (.node files)`,
});
fs.rmSync(path.dirname(file), { recursive: true });
