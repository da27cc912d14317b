const assert = require("node:assert");
const os = require("node:os");
const fs = require("node:fs");
const before = process.cwd();
const target = fs.realpathSync(os.tmpdir());
process.chdir(target);
assert.strictEqual(process.cwd(), target);
process.chdir(before);
assert.strictEqual(process.cwd(), before);
assert.throws(() => process.chdir(), { code: "ERR_INVALID_ARG_TYPE", message: /"directory" argument must be of type string/ });
assert.throws(() => process.chdir("/no/such/place"), (error) => {
  assert.strictEqual(error.code, "ENOENT");
  assert.strictEqual(error.syscall, "chdir");
  assert.strictEqual(error.path, before);
  assert.strictEqual(error.dest, "/no/such/place");
  assert.strictEqual(error.message, `ENOENT: no such file or directory, chdir '${before}' -> '/no/such/place'`);
  return true;
});
