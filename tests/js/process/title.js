const assert = require("node:assert");
const fs = require("node:fs");
process.title = "short";
assert.strictEqual(process.title, "short");
assert.match(fs.readFileSync("/proc/self/cmdline", "utf8"), /^short/);
