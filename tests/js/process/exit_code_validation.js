const assert = require("node:assert");
for (const bad of ["a", true, {}, [], Symbol("x"), 1n]) {
  assert.throws(() => { process.exitCode = bad; }, { code: "ERR_INVALID_ARG_TYPE" }, String(bad));
  assert.throws(() => process.exit(bad), { code: "ERR_INVALID_ARG_TYPE" });
}
for (const bad of [1.5, "1.5", NaN, Infinity]) {
  assert.throws(() => { process.exitCode = bad; }, { code: "ERR_OUT_OF_RANGE" });
}
for (const good of [1, "1", undefined, null, 0]) process.exitCode = good;
assert.strictEqual(process.exitCode, 0);
