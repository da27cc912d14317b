const assert = require("node:assert");
assert.throws(() => process.kill("x"), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => process.kill(1.5), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => process.kill(process.pid, "SIGNOPE"), { name: "TypeError", code: "ERR_UNKNOWN_SIGNAL", message: "Unknown signal: SIGNOPE" });
assert.throws(() => process.kill(2 ** 30, 0), { code: "ESRCH", syscall: "kill", errno: -3, message: "kill ESRCH" });
assert.throws(() => process.kill(process.pid, 999), { code: "EINVAL" });
assert.strictEqual(process.kill(process.pid, 0), true);
assert.strictEqual(process.kill(String(process.pid), 0), true);
