const assert = require("node:assert");
const old = process.umask(0o77);
assert.strictEqual(process.umask(), 0o77);
assert.strictEqual(process.umask("22"), 0o77);
assert.strictEqual(process.umask(old), 0o22);
assert.throws(() => process.umask("8"), {
  code: "ERR_INVALID_ARG_VALUE",
  message: "The argument 'mask' must be a 32-bit unsigned integer or an octal string. Received '8'",
});
assert.throws(() => process.umask({}), { code: "ERR_INVALID_ARG_TYPE" });
