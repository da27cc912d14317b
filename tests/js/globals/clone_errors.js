const assert = require("node:assert");
const check = (value, message) =>
  assert.throws(() => structuredClone(value), (error) => {
    assert.ok(error instanceof DOMException && error instanceof Error);
    assert.strictEqual(error.name, "DataCloneError");
    assert.strictEqual(error.code, 25);
    assert.strictEqual(error.message, message);
    return true;
  });
check(() => 1, "() => 1 could not be cloned.");
check({ a: { b: Symbol("s") } }, "Symbol(s) could not be cloned.");
check(new WeakMap(), "#<WeakMap> could not be cloned.");
check(Promise.resolve(), "#<Promise> could not be cloned.");
assert.throws(() => structuredClone(), { code: "ERR_MISSING_ARGS", message: "The value argument must be specified" });
assert.throws(() => structuredClone(1, 5), { code: "ERR_INVALID_ARG_TYPE" });
const own = new Error("mine");
assert.throws(() => structuredClone({ get a() { throw own; } }), own);
