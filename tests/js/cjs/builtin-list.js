const assert = require("node:assert");
const { builtinModules, isBuiltin } = require("node:module");
for (const name of ["fs", "path", "module", "events"]) {
  assert.ok(builtinModules.includes(name), name);
  assert.ok(isBuiltin(name));
  assert.ok(isBuiltin(`node:${name}`));
  assert.strictEqual(require(name), require(`node:${name}`));
}
assert.ok(!isBuiltin("plain"));
assert.ok(!isBuiltin("node:plain"));
assert.ok(!isBuiltin(5));
assert.ok(!builtinModules.some((name) => name.startsWith("internal/")));
assert.throws(() => require("internal/errors"), { code: "MODULE_NOT_FOUND" });
