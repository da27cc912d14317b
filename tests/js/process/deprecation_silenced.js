// flags: --no-deprecation
// expect-stderr: ^$
process.on("warning", () => console.error("never"));
process.emitWarning("old", "DeprecationWarning", "DEP1");
require("node:assert").strictEqual(process.noDeprecation, true);
