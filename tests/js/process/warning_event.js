// expect-stderr: ^$
// flags: --no-warnings
const assert = require("node:assert");
const seen = [];
process.on("warning", (warning) => seen.push(warning));
process.emitWarning("one");
process.emitWarning("two", "Kind", "C1");
process.emitWarning("three", { type: "Other", code: "C2", detail: "more" });
const object = new Error("four");
process.emitWarning(object);
assert.strictEqual(seen.length, 0);
setImmediate(() => {
  assert.deepStrictEqual(seen.map((w) => [w.name, w.message, w.code, w.detail]), [
    ["Warning", "one", undefined, undefined],
    ["Kind", "two", "C1", undefined],
    ["Other", "three", "C2", "more"],
    ["Error", "four", undefined, undefined],
  ]);
  assert.strictEqual(seen[3], object);
  assert.ok(seen[0] instanceof Error && seen[0].stack.includes("warning_event.js"));
});
for (const args of [[1], [], ["x", 1], ["x", "y", 1], ["x", null]]) {
  assert.throws(() => process.emitWarning(...args), { code: "ERR_INVALID_ARG_TYPE" });
}
