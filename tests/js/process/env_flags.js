const assert = require("node:assert");
const flags = process.allowedNodeEnvironmentFlags;
assert.ok(flags.has("--no-warnings") && flags.has("no_warnings") && flags.has("--stack-trace-limit=5"));
assert.ok(!flags.has("--eval") && !flags.has("-p"));
const size = flags.size;
flags.add("--x");
flags.delete("--no-warnings");
assert.strictEqual(flags.size, size);
