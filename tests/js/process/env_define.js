const assert = require("node:assert");
const code = { code: "ERR_INVALID_OBJECT_DEFINE_PROPERTY", name: "TypeError" };
assert.throws(() => Object.defineProperty(process.env, "RONDO_TEST", { value: "x" }), code);
assert.throws(() => Object.defineProperty(process.env, "RONDO_TEST", { get: () => "x" }), code);
Object.defineProperty(process.env, "RONDO_TEST", { value: 5, configurable: true, writable: true, enumerable: true });
assert.strictEqual(process.env.RONDO_TEST, "5");
