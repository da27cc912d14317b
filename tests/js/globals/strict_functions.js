// The functions of the built-in modules are strict: they have no `caller` and no `arguments`.
const assert = require("node:assert");
for (const id of ["fs", "path", "util", "http", "stream"]) {
  for (const [name, value] of Object.entries(require(id))) {
    if (typeof value !== "function") continue;
    const own = Object.getOwnPropertyNames(value);
    assert.ok(!own.includes("caller") && !own.includes("arguments"), `${id}.${name} has ${own}`);
  }
}
