// expect-stderr: DeprecationWarning: Buffer\(\) is deprecated
const assert = require("node:assert");
process.on("warning", (warning) => assert.strictEqual(warning.code, "DEP0005"));
assert.strictEqual(new Buffer("abc").toString(), "abc");
assert.deepStrictEqual(Buffer(3), Buffer.alloc(3));
assert.throws(() => new Buffer(3, "utf8"), { code: "ERR_INVALID_ARG_TYPE" });
