const assert = require("node:assert");
process.env.RONDO_TEST_A = 5;
assert.strictEqual(process.env.RONDO_TEST_A, "5");
process.env.RONDO_TEST_A = undefined;
assert.strictEqual(process.env.RONDO_TEST_A, "undefined");
process.env.RONDO_TEST_A = null;
assert.strictEqual(process.env.RONDO_TEST_A, "null");
process.env["RONDO_TEST_ü"] = "wäre €";
assert.strictEqual(process.env["RONDO_TEST_ü"], "wäre €");
assert.strictEqual(process.env.RONDO_TEST_MISSING, undefined);
assert.ok("RONDO_TEST_A" in process.env);
assert.ok(!("RONDO_TEST_MISSING" in process.env));
assert.ok(Object.hasOwn(process.env, "RONDO_TEST_A"));
assert.ok(Object.keys(process.env).includes("RONDO_TEST_A"));
assert.deepStrictEqual(Object.getOwnPropertyDescriptor(process.env, "RONDO_TEST_A"), {
  value: "null",
  writable: true,
  enumerable: true,
  configurable: true,
});
assert.strictEqual(delete process.env.RONDO_TEST_A, true);
assert.ok(!("RONDO_TEST_A" in process.env));
assert.strictEqual(delete process.env.RONDO_TEST_A, true);
assert.strictEqual(typeof process.env.hasOwnProperty, "function");
assert.ok(process.env instanceof Object);
process.env.RONDO_TEST_EMPTY = "";
assert.strictEqual(process.env.RONDO_TEST_EMPTY, "");
assert.ok("RONDO_TEST_EMPTY" in { ...process.env });
process.env[7] = "seven";
assert.strictEqual(process.env[7], "seven");
assert.ok(Object.keys(process.env).includes("7"));
delete process.env[7];
assert.ok(!("7" in process.env));
process.env[8] = "eight";
assert.strictEqual({ ...process.env }[8], "eight");
